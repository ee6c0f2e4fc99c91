package infogap.claims.consistency;

import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.special.Gamma;

/// A test statistic with its null distribution.
public sealed interface Statistic {

    /// The probability of a value at least as extreme, on one side or on both. It falls as the statistic moves away from 0.
    ///
    /// @param value the statistic
    /// @param tails which side counts
    double p(double value, Tails tails);

    /// Which values are at least as extreme.
    enum Tails {
        /// Those on the statistic's own side.
        ONE,
        /// Those on both sides.
        TWO
    }

    /// Student's t with degrees of freedom, which may be a fraction (Welch).
    record T(double degrees) implements Statistic {
        public T {
            Checks.positive("degrees", degrees);
        }

        @Override
        public double p(double value, Tails tails) {
            return new TDistribution(null, degrees).cumulativeProbability(-Math.abs(value)) * (tails == Tails.TWO ? 2 : 1);
        }
    }

    /// The standard normal distribution.
    record Z() implements Statistic {
        @Override
        public double p(double value, Tails tails) {
            return new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(value)) * (tails == Tails.TWO ? 2 : 1);
        }
    }

    /// A correlation of `degrees + 2` pairs, by t = r √(degrees / (1 − r²)).
    record R(double degrees) implements Statistic {
        public R {
            Checks.positive("degrees", degrees);
        }

        @Override
        public double p(double value, Tails tails) {
            double r = Math.abs(Checks.inRange("r", value, -1, 1));
            return r == 1 ? 0 : new T(degrees).p(r * Math.sqrt(degrees / ((1 - r) * (1 + r))), tails);
        }
    }

    /// Fisher's F. Its upper tail holds both sides of a difference; one side of it, where there is one, is half of that.
    record F(double numerator, double denominator) implements Statistic {
        public F {
            Checks.positive("numerator", numerator);
            Checks.positive("denominator", denominator);
        }

        @Override
        public double p(double value, Tails tails) {
            // F(a, b) above x is F(b, a) below 1/x: no digits are lost to 1 - p
            double upper = value <= 0 ? 1 : new FDistribution(null, denominator, numerator).cumulativeProbability(1 / value);
            return upper / (tails == Tails.ONE ? 2 : 1);
        }
    }

    /// χ². As for [F], one side is half of the upper tail.
    record ChiSquared(double degrees) implements Statistic {
        public ChiSquared {
            Checks.positive("degrees", degrees);
        }

        @Override
        public double p(double value, Tails tails) {
            double upper = value <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2, value / 2);
            return upper / (tails == Tails.ONE ? 2 : 1);
        }
    }

    /// The p values that a rounded statistic allows: from that of its most extreme value to that of its least extreme.
    ///
    /// @param printed the numbers that the printed statistic stands for
    default Bounds p(Bounds printed, Tails tails) {
        double low = Fractions.toDouble(printed.low().orElseThrow(() -> new IllegalArgumentException("statistic must have two ends, but is " + printed)));
        double high = Fractions.toDouble(printed.high().orElseThrow(() -> new IllegalArgumentException("statistic must have two ends, but is " + printed)));
        double nearest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        double farthest = Math.max(Math.abs(low), Math.abs(high));
        boolean correlation = this instanceof R;
        double smallest = p(correlation ? Math.min(farthest, 1) : farthest, tails);
        double largest = p(correlation ? Math.min(nearest, 1) : nearest, tails);
        return Bounds.closed(exactly(smallest), exactly(largest));
    }

    private static BigFraction exactly(double p) {
        return Fractions.ofDecimal(Math.clamp(p, 0, 1));
    }
}
