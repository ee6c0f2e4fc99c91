package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The regressors of a linear model, one [Variable] per column, with an intercept unless it was left out.
///
/// A polynomial design remembers that its columns are powers of one variable: they are formed in 106 bits, and an error in x
/// moves all of them together, which is what the stated accuracy of a fit rests on.
public final class Design {

    /// The name of the constant column.
    public static final String INTERCEPT = "(Intercept)";

    private final List<Variable> variables;
    private final boolean intercept;
    private final List<Source> sources;

    /// What one source of data error does: relative error `roundoff` in a value moves column k by `degree[k]` times as much.
    /// Degrees count all columns of the model, the constant included.
    record Source(double roundoff, int[] degree) {}

    /// Which variable a column is a power of: `origin` numbers the source, `roundoff` is that of the source.
    private record Origin(int origin, int degree, double roundoff) {}

    private final List<Origin> origins;

    private final int rows;

    private Design(List<Variable> variables, boolean intercept, List<Origin> origins) {
        this(variables, intercept, origins, variables.getFirst().size());
    }

    private Design(List<Variable> variables, boolean intercept, List<Origin> origins, int rows) {
        this.rows = rows;
        this.variables = variables;
        this.intercept = intercept;
        this.origins = origins;
        this.sources = sources(origins, intercept ? 1 : 0);
    }

    private static List<Source> sources(List<Origin> origins, int shift) {
        List<Source> sources = new ArrayList<>();
        for (int s = 0; s < origins.size(); s++) {
            int[] degree = new int[origins.size() + shift];
            double roundoff = 0;
            for (int k = 0; k < origins.size(); k++) {
                if (origins.get(k).origin == s) {
                    degree[k + shift] = origins.get(k).degree;
                    roundoff = origins.get(k).roundoff;
                }
            }
            if (roundoff > 0) {
                sources.add(new Source(roundoff, degree));
            }
        }
        return List.copyOf(sources);
    }

    /// The sources of `columns` doubles that err independently of each other.
    static List<Source> separateSources(int columns, boolean intercept) {
        return sources(IntStream.range(0, columns).mapToObj(k -> new Origin(k, 1, 0x1p-53)).toList(), intercept ? 1 : 0);
    }

    /// Columns with an intercept.
    ///
    /// @throws IllegalArgumentException if there is no column, the names repeat, or the lengths differ
    public static Design of(List<Variable> variables) {
        List<Variable> given = Checks.notEmpty("variables", variables);
        Checks.distinct("names", given.stream().map(Variable::name).toList());
        for (Variable variable : given) {
            if (variable.name().equals(INTERCEPT)) {
                throw new IllegalArgumentException("names must not hold '" + INTERCEPT + "': it is the name of the constant column");
            }
            Checks.sameLength(given.getFirst().name(), given.getFirst().size(), variable.name(), variable.size());
        }
        return new Design(given, true, IntStream.range(0, given.size())
                .mapToObj(k -> new Origin(k, 1, given.get(k).roundoff()))
                .toList());
    }

    /// Columns with an intercept.
    ///
    /// @throws IllegalArgumentException as [#of(List)]
    public static Design of(Variable... variables) {
        return of(Arrays.asList(Checks.present("variables", variables)));
    }

    /// Named columns with an intercept; the arrays are copied.
    ///
    /// @throws IllegalArgumentException as [#of(List)], or if a value is NaN or infinite
    public static Design ofColumns(List<String> names, double[]... columns) {
        List<String> given = Checks.distinct("names", names);
        Checks.sameLength("names", given.size(), "columns", Checks.present("columns", columns).length);
        return of(IntStream.range(0, given.size())
                .mapToObj(k -> Variable.of(given.get(k), columns[k]))
                .toList());
    }

    /// Rows of named columns with an intercept; the arrays are copied.
    ///
    /// @throws IllegalArgumentException as [#of(List)], or if the rows differ in length or hold NaN or an infinity
    public static Design ofRows(List<String> names, double[][] rows) {
        double[][] given = Checks.finiteMatrix("rows", rows);
        double[][] columns = new double[given[0].length][given.length];
        for (int i = 0; i < given.length; i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = given[i][k];
            }
        }
        return ofColumns(names, columns);
    }

    /// Rows with an intercept and the column names x1, x2, …
    ///
    /// @throws IllegalArgumentException as [#ofRows(List, double\[\]\[\])]
    public static Design ofRows(double[][] rows) {
        double[][] given = Checks.finiteMatrix("rows", rows);
        return ofRows(IntStream.rangeClosed(1, given[0].length).mapToObj(k -> "x" + k).toList(), given);
    }

    /// 1, x, x², …, x^degree.
    ///
    /// @throws IllegalArgumentException if there is no variable, or the degree is below 1
    public static Design polynomial(Variable x, int degree) {
        Checks.present("x", x);
        Checks.atLeast("degree", degree, 1);
        List<Variable> powers = IntStream.rangeClosed(1, degree).mapToObj(x::power).toList();
        return new Design(powers, true, IntStream.rangeClosed(1, degree)
                .mapToObj(k -> new Origin(0, k, x.roundoff()))
                .toList());
    }

    /// A constant and nothing else: the model of a mean.
    ///
    /// @throws IllegalArgumentException if there is no row
    public static Design ofConstant(int rows) {
        return new Design(List.of(), true, List.of(), Checks.atLeast("rows", rows, 1));
    }

    /// The same columns and no constant.
    ///
    /// @throws IllegalArgumentException if no column would be left
    public Design withoutIntercept() {
        Checks.notEmpty("variables", variables);
        return new Design(variables, false, origins);
    }

    /// Without the named column, for example one that a rank-deficient fit has named.
    ///
    /// @throws IllegalArgumentException if there is no such column, or no column would be left
    public Design without(String name) {
        Checks.present("name", name);
        if (name.equals(INTERCEPT) && intercept) {
            return withoutIntercept();
        }
        int column = variables.stream().map(Variable::name).toList().indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("name must be one of " + names() + ", but is '" + name + "'");
        }
        List<Variable> left = new ArrayList<>(variables);
        List<Origin> leftOrigins = new ArrayList<>(origins);
        left.remove(column);
        leftOrigins.remove(column);
        return new Design(Checks.notEmpty("variables", left), intercept, List.copyOf(leftOrigins));
    }

    /// The names of the model's columns in their order, the constant first.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (intercept) {
            names.add(INTERCEPT);
        }
        variables.forEach(variable -> names.add(variable.name()));
        return List.copyOf(names);
    }

    /// The columns that were given, without the constant.
    public List<Variable> variables() {
        return variables;
    }

    /// Whether the model has a constant.
    public boolean hasIntercept() {
        return intercept;
    }

    /// The number of rows n.
    public int rows() {
        return rows;
    }

    /// The number of coefficients p, the constant's included.
    public int columns() {
        return variables.size() + (intercept ? 1 : 0);
    }

    /// Whether any column carries more than the 53 bits of a double.
    public boolean isExtended() {
        return variables.stream().anyMatch(Variable::isExtended);
    }

    /// The entry in `row` and model column `column` to 106 bits.
    public DoubleDouble precise(int row, int column) {
        if (intercept && column == 0) {
            return DoubleDouble.ONE;
        }
        return variables.get(intercept ? column - 1 : column).precise(row);
    }

    /// One row of the model matrix, the constant first, rounded to doubles.
    public double[] row(int row) {
        double[] values = new double[columns()];
        Arrays.setAll(values, column -> precise(row, column).toDouble());
        return values;
    }

    /// The entry of a given variable without rounding: the decimal that was meant, raised to the column's degree.
    BigFraction exactDecimal(int row, int variable) {
        Origin origin = origins.get(variable);
        if (origin.degree == 1) {
            return variables.get(variable).exactDecimal(row);
        }
        int base = IntStream.range(0, origins.size())
                .filter(k -> origins.get(k).origin == origin.origin && origins.get(k).degree == 1)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("design must keep the first power of '" + variables.get(variable).name() + "'"));
        return variables.get(base).exactDecimal(row).pow(origin.degree);
    }

    List<Source> sources() {
        return sources;
    }

    /// `y ~ 1 + x1 + x2`, as R writes a model.
    String formula(String response) {
        return formula(response, names());
    }

    static String formula(String response, List<String> names) {
        return response + " ~ " + String.join(" + ", names.stream()
                .map(name -> name.equals(INTERCEPT) ? "1" : name)
                .toList()) + (names.contains(INTERCEPT) ? "" : " - 1");
    }

    @Override
    public String toString() {
        return rows() + " rows, columns " + names();
    }
}
