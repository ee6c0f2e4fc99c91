package infogap.table.formula;

import infogap.display.Displayable;
import infogap.regression.Summary;
import infogap.regression.Weights;
import infogap.regression.glm.Family;
import infogap.regression.glm.GeneralizedLinear;
import infogap.regression.glm.GeneralizedModel;
import infogap.regression.glm.Observations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/// A formula fitted to a table by logistic or Poisson regression. It carries its formula: fitted on one table, it predicts on another by the columns' names.
///
/// ```java
/// GeneralizedFit fit = Formula.of("bought ~ age + city").fit(table, Family.BINOMIAL);
/// double[] probabilities = fit.predict(others);
/// ```
public final class GeneralizedFit implements Displayable {

    private static final double USUAL_LEVEL = 0.95;

    private final Encoded encoded;
    private final GeneralizedLinear outcome;

    private GeneralizedFit(Encoded encoded, GeneralizedLinear outcome) {
        this.encoded = encoded;
        this.outcome = outcome;
    }

    static GeneralizedFit of(Encoded encoded, Family family, boolean firth) {
        String name = encoded.encoder().formula().response().toString();
        Observations plain = family == Family.BINOMIAL ? Observations.binary(name, encoded.binary()) : Observations.counts(name, encoded.counts());
        Observations observations = encoded.encoder().hasOffset() ? plain.withOffset(encoded.offset()) : plain;
        if (encoded.weights().isPresent()) {
            if (!(encoded.weights().get() instanceof Weights.Frequency counts)) {
                throw new IllegalArgumentException("weights of a " + family.name().toLowerCase(Locale.ROOT) + " regression must be frequencies, but are "
                        + encoded.weights().get());
            }
            observations = observations.withFrequencies(counts.counts());
        }
        return new GeneralizedFit(encoded, firth ? GeneralizedLinear.fitFirth(encoded.design(), observations) : GeneralizedLinear.fit(encoded.design(), observations));
    }

    /// The rows that were fitted.
    public Encoded encoded() {
        return encoded;
    }

    /// What came of the fit: a model, a direction that separates the responses, or columns that depend on each other.
    public GeneralizedLinear outcome() {
        return outcome;
    }

    /// The model with full inference.
    ///
    /// @throws IllegalStateException if the outcome is another, with the reason
    public GeneralizedModel model() {
        return outcome.orThrow();
    }

    /// The report with 95 % intervals.
    ///
    /// @throws IllegalStateException if there is no model
    public Summary summary() {
        return summary(USUAL_LEVEL);
    }

    /// The report.
    ///
    /// @throws IllegalStateException    if there is no model
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public Summary summary(double level) {
        return model().summary(level).with(encoded.encoder().formula().toString(), encoded.notes());
    }

    /// The probability, or the expected count, for each row of a table, which needs no response; offsets are added.
    ///
    /// @throws IllegalStateException    if there is no model
    /// @throws IllegalArgumentException as [Encoder#design(Table)]
    public double[] predict(Table table) {
        return model().predict(encoded.encoder().design(table), encoded.encoder().offset(table, IntStream.range(0, table.rowCount()).toArray()));
    }

    @Override
    public Map<String, Object> mimeBundle() {
        if (outcome instanceof GeneralizedModel) {
            return summary().mimeBundle();
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/plain", toString());
        return bundle;
    }

    /// The summary, or what came of the fit instead.
    @Override
    public String toString() {
        List<String> notes = encoded.notes();
        return outcome instanceof GeneralizedModel ? summary().text() : outcome + String.join("\n", notes);
    }
}
