package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.regression.glm.Family;
import infogap.table.data.MissingCells;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/// A model as a line of text, as R and patsy write it: a response, a `~`, and the terms.
///
/// ```java
/// LinearFit fit = Formula.of("purchase ~ age + C(city, ref = \"Ulm\") + poly(income, 2)").fit(table);
/// fit.summary()
/// ```
///
/// | written | means |
/// | --- | --- |
/// | `a + b`, `a - b`, `1`, `0`, `-1` | terms added and taken away; the constant, which is there unless it is taken away |
/// | `a:b`, `a*b`, `a/b`, `(a + b)^2` | the product; `a + b + a:b`; `a + a:b`; all products of up to two |
/// | `.` | all other columns |
/// | `log(x)`, `exp(x)`, `sqrt(x)`, `I(x^2 + z)` | functions of numbers, and arithmetic within `I(…)` |
/// | `poly(x, 2)`, `poly(x, 2, raw = TRUE)` | orthogonal polynomials over the training rows, and powers |
/// | `bs(x, df = 5)`, `ns(x, df = 4)` | cubic B-splines with knots at quantiles; natural ones, straight beyond the training range |
/// | `C(g)`, `factor(g)`, `C(g, Treatment("a"))`, `relevel(g, ref = "a")`, `C(g, Sum)` | categories against the first level, against another, against the mean of the levels |
/// | `offset(x)` | added with coefficient 1 |
///
/// Texts and truth values are categories by themselves, dates are days since 1970-01-01. A name with blanks or signs stands between
/// backquotes. Terms are ordered by degree, and a categorical factor has one indicator a level where the term without it is not in the model, as in R.
/// Numbers are read as the decimals in the cells, and sums, products and powers keep 106 bits of them.
public final class Formula {

    private final String text;
    private final FormulaParser.Parsed parsed;
    private final MissingCells missing;
    private final ColumnNames names;
    private final Optional<Weighting> weighting;

    /// A column of weights and what it means.
    record Weighting(String column, WeightKind kind) {}

    private Formula(String text, FormulaParser.Parsed parsed, MissingCells missing, ColumnNames names, Optional<Weighting> weighting) {
        this.text = text;
        this.parsed = parsed;
        this.missing = missing;
        this.names = names;
        this.weighting = weighting;
    }

    /// Reads the formula: rows with missing cells are dropped, columns have R's names, all rows count alike.
    ///
    /// @throws IllegalArgumentException if it is blank or no formula; the message shows the place
    public static Formula of(String text) {
        Checks.text("formula", text);
        Formula formula = new Formula(text, FormulaParser.parse(text), MissingCells.DROP_ROWS, ColumnNames.R, Optional.empty());
        // what no table can make right is refused before there is one
        Terms.of(formula.parsed.terms(), List.of());
        return formula;
    }

    /// A copy that treats missing cells so.
    public Formula withMissing(MissingCells rule) {
        return new Formula(text, parsed, Checks.present("rule", rule), names, weighting);
    }

    /// A copy whose columns are named so.
    public Formula withNames(ColumnNames style) {
        return new Formula(text, parsed, missing, Checks.present("style", style), weighting);
    }

    /// A copy in which rows count by the numbers in a column; rows of weight 0 are left out and counted.
    public Formula weightedBy(String column, WeightKind kind) {
        return new Formula(text, parsed, missing, names, Optional.of(new Weighting(Checks.text("column", column), Checks.present("kind", kind))));
    }

    /// Whether rows count by the numbers in a column.
    public boolean isWeighted() {
        return weighting.isPresent();
    }

    /// The table's rows as a design and a response, with what was learned of its levels.
    ///
    /// @throws IllegalArgumentException if a column is not there or has the wrong type, a cell has no finite value, a categorical column has one level, or no row is left
    public Encoded encode(Table table) {
        return Encoder.train(this, Checks.present("table", table));
    }

    /// The least-squares fit, by [#encode].
    ///
    /// @throws IllegalArgumentException as [#encode], or if there are fewer rows than columns
    public LinearFit fit(Table table) {
        return LinearFit.of(encode(table));
    }

    /// The logistic or Poisson regression, by [#encode]. The response of a logistic regression is a truth value, 0 or 1, or one of two texts, of which the later one in
    /// the order of their characters counts as yes.
    ///
    /// @throws IllegalArgumentException as [#encode], if the response is not of the family, the weights are precisions, or there are fewer rows than columns
    public GeneralizedFit fit(Table table, Family family) {
        return GeneralizedFit.of(encode(table), Checks.present("family", family), false);
    }

    /// As [#fit(Table, Family)] by Firth's penalised likelihood, whose estimates are finite also where the responses are separated.
    ///
    /// @throws IllegalArgumentException as [#fit(Table, Family)]
    public GeneralizedFit fitFirth(Table table, Family family) {
        return GeneralizedFit.of(encode(table), Checks.present("family", family), true);
    }

    /// The multinomial regression of a response with any number of classes, by [#encode].
    ///
    /// @throws IllegalArgumentException as [#encode], if the response is no column, the formula has an offset or weights, or there are fewer rows than columns
    public ClassFit fitClasses(Table table) {
        return ClassFit.of(encode(table));
    }

    Node response() {
        return parsed.response();
    }

    Node terms() {
        return parsed.terms();
    }

    MissingCells missing() {
        return missing;
    }

    ColumnNames names() {
        return names;
    }

    Optional<Weighting> weighting() {
        return weighting;
    }

    /// The formula as it was written.
    @Override
    public String toString() {
        return text;
    }
}
