package infogap.customers.plausibility;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;

/// The values that `b₀ + Σ b_j x_j` can take when each x_j is a whole multiple of its step: `b₀ + granule · ℤ`, where the granule is the
/// greatest common divisor of all `b_j · step_j`.
///
/// Every attainable value is of this form; whether the ranges of the inputs allow a particular one is not asked. So a value that is not
/// of this form is proven impossible, and one that is may still be.
///
/// @param intercept b₀
/// @param granule the distance between neighbouring attainable values, above 0
public record Granularity(BigFraction intercept, BigFraction granule) {

    /// A coefficient and the step in which its input comes.
    ///
    /// @param coefficient not 0
    /// @param step above 0: 1 for whole years, 1/100 for cents
    public record Term(BigFraction coefficient, BigFraction step) {
        /// @throws IllegalArgumentException if the coefficient is 0 or the step is not above 0
        public Term {
            if (Checks.present("coefficient", coefficient).equals(BigFraction.ZERO)) {
                throw new IllegalArgumentException("coefficient must not be 0");
            }
            if (Checks.present("step", step).compareTo(BigFraction.ZERO) <= 0) {
                throw new IllegalArgumentException("step must be above 0, but is " + Fractions.format(step));
            }
        }

        /// Numbers read as the decimals that they print.
        public static Term of(double coefficient, double step) {
            return new Term(Fractions.ofDecimal(coefficient), Fractions.ofDecimal(step));
        }
    }

    /// The granularity of a linear model.
    ///
    /// @param intercept read as the decimal that it prints
    /// @param terms at least one
    /// @throws IllegalArgumentException if there is no term
    public static Granularity of(double intercept, Term... terms) {
        BigFraction granule = BigFraction.ZERO;
        for (Term term : Checks.notEmpty("terms", Arrays.asList(terms))) {
            granule = gcd(granule, term.coefficient().abs().multiply(term.step()));
        }
        return new Granularity(Fractions.ofDecimal(intercept), granule);
    }

    /// Whether the exact value is attainable.
    public boolean allows(BigFraction value) {
        return value.subtract(intercept).divide(granule).getDenominator().equals(BigInteger.ONE);
    }

    /// Holds a printed value against the granularity: it is possible when some attainable value rounds to it, that is, lies within
    /// half a unit of its last digit.
    ///
    /// @param printed a decimal as printed, `630.68115`; its last digit says how it was rounded
    /// @throws IllegalArgumentException if it is no decimal
    public Finding test(String printed) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(Checks.text("printed", printed).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("printed must be a decimal such as 630.68115, but is '" + printed + "'", e);
        }
        BigFraction value = Fractions.ofDecimal(decimal);
        BigFraction below = intercept.add(granule.multiply(new BigFraction(floor(value.subtract(intercept).divide(granule)))));
        BigFraction above = below.equals(value) ? below : below.add(granule);
        BigFraction half = Fractions.ofDecimal(new BigDecimal(BigInteger.ONE, decimal.scale())).divide(2);
        boolean possible = value.subtract(below).compareTo(half) <= 0 || above.subtract(value).compareTo(half) <= 0;
        return new Finding(printed.strip(), possible, below, above);
    }

    /// What the test says about one printed value.
    ///
    /// @param printed as printed
    /// @param possible whether an attainable value rounds to it; `false` is a proof, `true` is not
    /// @param below the greatest attainable value that is not above it
    /// @param above the least attainable value that is not below it
    public record Finding(String printed, boolean possible, BigFraction below, BigFraction above) {

        /// `630.68115 is not attainable: between 630.681 and 630.682 there is nothing`.
        @Override
        public String toString() {
            return possible
                    ? printed + " is attainable"
                    : printed + " is not attainable: between " + text(below) + " and " + text(above) + " there is nothing";
        }
    }

    /// `10 + 1/1000·k for whole k`.
    @Override
    public String toString() {
        return Fractions.format(intercept) + " + " + Fractions.format(granule) + "·k for whole k";
    }

    private static String text(BigFraction value) {
        double nearest = Fractions.toDouble(value);
        return Fractions.ofDecimal(nearest).equals(value) ? Double.toString(nearest) : Fractions.format(value);
    }

    /// `gcd(a/b, c/d) = gcd(ad, cb)/(bd)`.
    private static BigFraction gcd(BigFraction first, BigFraction second) {
        BigInteger numerator = first.getNumerator()
                .multiply(second.getDenominator())
                .gcd(second.getNumerator().multiply(first.getDenominator()));
        return new BigFraction(numerator, first.getDenominator().multiply(second.getDenominator()));
    }

    private static BigInteger floor(BigFraction value) {
        BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
