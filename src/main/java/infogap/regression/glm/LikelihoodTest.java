package infogap.regression.glm;

import java.util.Locale;
import org.apache.commons.math3.special.Gamma;

/// A test whose statistic is, for many rows, distributed as χ² under the hypothesis.
///
/// @param name             `Wald` or `likelihood ratio`
/// @param statistic        the statistic
/// @param degreesOfFreedom how many coefficients are tested
/// @param p                P(χ² ≥ statistic)
public record LikelihoodTest(String name, double statistic, long degreesOfFreedom, double p) {

    static LikelihoodTest of(String name, double statistic, long degreesOfFreedom) {
        double positive = Math.max(0, statistic);
        return new LikelihoodTest(name, positive, degreesOfFreedom, Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, positive / 2));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: chi-squared %.6g on %d DF, p-value %.4g", name, statistic, degreesOfFreedom, p);
    }
}
