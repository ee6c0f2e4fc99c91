package infogap.customers.value;

import infogap.bayes.ConfidenceInterval;
import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;

/// The end of a search for the most likely parameters: a model, or why the data determine none.
///
/// @param <M> the model
public sealed interface Estimation<M> {

    /// One parameter, which is positive.
    ///
    /// @param name as in the model
    /// @param estimate the most likely value
    /// @param standardError from the observed information: the estimate times the standard error of its logarithm
    record Parameter(String name, double estimate, double standardError) {

        /// `exp(ln estimate ± z·se)` with the standard error of the logarithm: always positive, and right in large samples.
        ///
        /// @throws IllegalArgumentException if the confidence is not in (0, 1)
        public ConfidenceInterval interval(double confidence) {
            return ConfidenceInterval.logNormal(estimate, standardError / estimate, confidence);
        }
    }

    /// A maximum at which the gradient vanishes and the likelihood is curved in every direction: the best that some starts led to, for there can
    /// be more than one.
    ///
    /// @param model the model at the maximum
    /// @param logLikelihood its log-likelihood, in nats
    /// @param parameters the estimates with their standard errors
    /// @param customers how many customers it was fitted to
    record Converged<M>(M model, double logLikelihood, List<Parameter> parameters, int customers) implements Estimation<M> {

        /// Keeps an immutable copy.
        public Converged {
            parameters = Checks.notEmpty("parameters", parameters);
        }

        /// The parameter with this name.
        ///
        /// @throws IllegalArgumentException if there is none
        public Parameter parameter(String name) {
            return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                    "name must be one of " + parameters.stream().map(Parameter::name).toList() + ", but is '" + name + "'"));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT, "%d customers, log-likelihood %.4f%n%-10s %12s %14s", customers, logLikelihood, "parameter", "estimate", "standard error"));
            parameters.forEach(parameter -> text.append(
                    String.format(Locale.ROOT, "%n%-10s %12.6g %14.4g", parameter.name(), parameter.estimate(), parameter.standardError())));
            return text.toString();
        }
    }

    /// The likelihood has no maximum inside, or is flat: no parameters follow from these data.
    ///
    /// @param reason what the data lack
    record Unidentified<M>(String reason) implements Estimation<M> {
        @Override
        public String toString() {
            return "not identified: " + reason;
        }
    }

    /// The model.
    ///
    /// @throws ArithmeticException with the reason if there is none
    default M orThrow() {
        return switch (this) {
            case Converged<M> converged -> converged.model();
            case Unidentified<M> none -> throw new ArithmeticException(none.toString());
        };
    }
}
