package infogap.table.formula;

import infogap.display.Displayable;
import infogap.regression.Summary;
import infogap.regression.glm.Multinomial;
import infogap.regression.glm.MultinomialModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/// A formula whose response is a class, fitted to a table by multinomial regression.
///
/// ```java
/// ClassFit fit = Formula.of("channel ~ age + income").fitClasses(table);
/// List<Map<String, Double>> probabilities = fit.predict(others);
/// ```
public final class ClassFit implements Displayable {

    private final Encoded encoded;
    private final Multinomial outcome;

    private ClassFit(Encoded encoded, Multinomial outcome) {
        this.encoded = encoded;
        this.outcome = outcome;
    }

    static ClassFit of(Encoded encoded) {
        if (encoded.encoder().hasOffset() || encoded.weights().isPresent()) {
            throw new IllegalArgumentException("a regression of classes must have neither offset nor weights, but '" + encoded.encoder().formula() + "' has");
        }
        return new ClassFit(encoded, Multinomial.fit(encoded.design(), encoded.encoder().formula().response().toString(), encoded.classes()));
    }

    /// The rows that were fitted.
    public Encoded encoded() {
        return encoded;
    }

    /// What came of the fit: a model, or why there is none.
    public Multinomial outcome() {
        return outcome;
    }

    /// The model with full inference.
    ///
    /// @throws IllegalStateException if there is none, with the reason
    public MultinomialModel model() {
        return outcome.orThrow();
    }

    /// The report with 95 % intervals.
    ///
    /// @throws IllegalStateException if there is no model
    public Summary summary() {
        return model().summary().with(encoded.encoder().formula().toString(), encoded.notes());
    }

    /// The probability of every class for each row of a table, which needs no response.
    ///
    /// @throws IllegalStateException    if there is no model
    /// @throws IllegalArgumentException as [Encoder#design(Table)]
    public List<Map<String, Double>> predict(Table table) {
        return model().predict(encoded.encoder().design(table));
    }

    @Override
    public Map<String, Object> mimeBundle() {
        if (outcome instanceof MultinomialModel) {
            return summary().mimeBundle();
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/plain", toString());
        return bundle;
    }

    /// The summary, or what came of the fit instead.
    @Override
    public String toString() {
        return outcome instanceof MultinomialModel ? summary().text() : outcome + String.join("\n", encoded.notes());
    }
}
