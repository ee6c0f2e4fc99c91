package infogap.table.stream;

import infogap.numeric.Checks;
import infogap.table.data.MissingCells;
import java.util.ArrayList;
import java.util.List;

/// How a row of a file becomes a row of a design, from its own cells alone.
public interface RowTerms {

    /// The columns that are read.
    List<SourceColumn> sources();

    /// The names of the regressors, without the constant.
    List<String> regressors();

    /// The response's name.
    String response();

    /// Whether the model has a constant.
    boolean hasIntercept();

    /// What becomes of a row in which a cell of [#sources] is missing: it is left out and counted.
    default MissingCells missing() {
        return MissingCells.DROP_ROWS;
    }

    /// Forms the regressors of a row and returns its response; what is not finite makes the row a bad one.
    ///
    /// @param cells one number for each of [#sources]
    /// @param regressors to be filled, one for each of [#regressors]
    double form(double[] cells, double[] regressors);

    /// Numeric columns as they are, and a constant.
    ///
    /// @throws IllegalArgumentException if a name is blank or repeats, or there is no regressor
    static RowTerms columns(String response, List<String> regressors) {
        List<String> names = Checks.notEmpty("regressors", regressors);
        List<String> all = new ArrayList<>(names);
        all.add(Checks.text("response", response));
        List<SourceColumn> sources = Checks.distinct("columns", all).stream().<SourceColumn>map(SourceColumn.Number::new).toList();
        return new RowTerms() {
            @Override
            public List<SourceColumn> sources() {
                return sources;
            }

            @Override
            public List<String> regressors() {
                return names;
            }

            @Override
            public String response() {
                return response;
            }

            @Override
            public boolean hasIntercept() {
                return true;
            }

            @Override
            public double form(double[] cells, double[] regressors) {
                System.arraycopy(cells, 0, regressors, 0, regressors.length);
                return cells[regressors.length];
            }
        };
    }
}
