package infogap.regression.glm;

import infogap.numeric.DoubleDouble;
import org.apache.commons.math3.special.Gamma;

/// What the response is, and how its mean follows from the linear predictor η = x·b: by the canonical link, for which Newton's step is that of
/// iteratively reweighted least squares.
public enum Family {

    /// Successes among trials, 0 or 1 among one: μ = 1/(1 + e^(−η)), the logit link.
    BINOMIAL("logit") {
        @Override
        DoubleDouble mean(DoubleDouble eta) {
            return DoubleDouble.ONE.dividedBy(DoubleDouble.ONE.plus(eta.negate().exp()));
        }

        @Override
        DoubleDouble surprise(double y, double trials, DoubleDouble eta) {
            // y(1 − μ) − (m − y)μ, which does not cancel where μ is next to 0 or 1
            return mean(eta.negate()).times(y).minus(mean(eta).times(trials - y));
        }

        @Override
        DoubleDouble variance(DoubleDouble eta) {
            return mean(eta).times(mean(eta.negate()));
        }

        @Override
        double logLikelihood(double y, double trials, double eta) {
            double chosen = trials == 1 ? 0 : Gamma.logGamma(trials + 1) - Gamma.logGamma(y + 1) - Gamma.logGamma(trials - y + 1);
            return chosen - part(y, softplus(-eta)) - part(trials - y, softplus(eta));
        }

        @Override
        double saturated(double y, double trials) {
            double chosen = trials == 1 ? 0 : Gamma.logGamma(trials + 1) - Gamma.logGamma(y + 1) - Gamma.logGamma(trials - y + 1);
            return chosen + (y == 0 ? 0 : y * Math.log(y / trials)) + (y == trials ? 0 : (trials - y) * Math.log((trials - y) / trials));
        }

        @Override
        double deviance(double y, double trials, double eta) {
            double yes = y == 0 ? 0 : y * (Math.log(y / trials) + softplus(-eta));
            double no = y == trials ? 0 : (trials - y) * (Math.log((trials - y) / trials) + softplus(eta));
            return 2 * (yes + no);
        }

        @Override
        double skewness(double mean) {
            return 1 - 2 * mean;
        }

        @Override
        double link(double mean) {
            return Math.log(mean / (1 - mean));
        }
    },

    /// A count: μ = e^η, the logarithmic link.
    POISSON("log") {
        @Override
        DoubleDouble mean(DoubleDouble eta) {
            return eta.exp();
        }

        @Override
        DoubleDouble surprise(double y, double trials, DoubleDouble eta) {
            return DoubleDouble.of(y).minus(mean(eta));
        }

        @Override
        DoubleDouble variance(DoubleDouble eta) {
            return mean(eta);
        }

        @Override
        double logLikelihood(double y, double trials, double eta) {
            return part(y, eta) - Math.exp(eta) - Gamma.logGamma(y + 1);
        }

        @Override
        double saturated(double y, double trials) {
            return (y == 0 ? 0 : y * Math.log(y)) - y - Gamma.logGamma(y + 1);
        }

        @Override
        double deviance(double y, double trials, double eta) {
            return 2 * ((y == 0 ? 0 : y * (Math.log(y) - eta)) - (y - Math.exp(eta)));
        }

        @Override
        double skewness(double mean) {
            return 1;
        }

        @Override
        double link(double mean) {
            return Math.log(mean);
        }
    };

    private final String link;

    Family(String link) {
        this.link = link;
    }

    /// The link's name.
    public String link() {
        return link;
    }

    /// μ of one trial.
    abstract DoubleDouble mean(DoubleDouble eta);

    /// y − mμ
    abstract DoubleDouble surprise(double y, double trials, DoubleDouble eta);

    /// dμ/dη, which is the variance of one trial.
    abstract DoubleDouble variance(DoubleDouble eta);

    abstract double logLikelihood(double y, double trials, double eta);

    /// The largest log-likelihood that any mean gives to y.
    abstract double saturated(double y, double trials);

    /// Twice what the log-likelihood falls short of the saturated one.
    abstract double deviance(double y, double trials, double eta);

    /// (d²μ/dη²)/(dμ/dη), which Firth's score needs.
    abstract double skewness(double mean);

    abstract double link(double mean);

    // 0·∞ is 0 here
    private static double part(double count, double value) {
        return count == 0 ? 0 : count * value;
    }

    // ln(1 + e^x)
    private static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
