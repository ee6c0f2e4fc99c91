package infogap.regression.glm;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Responses that a combination of the columns tells apart: the likelihood rises along the direction for ever, so that no maximum-likelihood estimate exists. Programs that
/// print coefficients here print where their iteration stopped.
///
/// Complete separation: every row's likelihood rises. Quasi-complete: some rows' stay, which lie on the boundary.
///
/// @param names     the columns' names, the constant first
/// @param response  the response's name
/// @param size      the number of rows
/// @param complete  whether every row's likelihood rises along the direction
/// @param direction one weight for each coefficient, exact
/// @param rows      the rows whose likelihood rises, counted from 0
public record Separated(List<String> names, String response, int size, boolean complete, List<BigFraction> direction, List<Integer> rows)
        implements GeneralizedLinear {

    /// Copies the lists.
    public Separated {
        names = List.copyOf(names);
        direction = List.copyOf(direction);
        rows = List.copyOf(rows);
    }

    /// The columns that take part in the direction.
    public List<String> columns() {
        return IntStream.range(0, names.size()).filter(k -> direction.get(k).getNumerator().signum() != 0).mapToObj(names::get).toList();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, """
                %s is %s separated: no maximum-likelihood estimate exists (%d rows)
                  direction  %s
                  along which the likelihood of %d of the rows rises for ever, and that of none falls.
                  Leave out one of %s, join levels, or use Firth's estimate (fitFirth).
                """, response, complete ? "completely" : "quasi-completely", size, Separation.text(names, direction), rows.size(), columns());
    }
}
