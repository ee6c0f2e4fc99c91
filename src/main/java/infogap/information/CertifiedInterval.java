package infogap.information;

import infogap.numeric.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// A real number enclosed between two decimals: the true value is nowhere else.
///
/// Unlike an error estimate it is a proof: every step that led here rounded its lower bound down and its upper bound up. Sums and
/// products of bounds are exact decimals; only a quotient rounds, outward. An interval of width 0 is an exact value.
///
/// Bounds are kept without trailing zeros, so that equal intervals are equal however they were computed.
///
/// Source: R. E. Moore (1966), *Interval Analysis*, Prentice-Hall.
///
/// @param lower the true value is at least this
/// @param upper the true value is at most this
public record CertifiedInterval(BigDecimal lower, BigDecimal upper) {

    public CertifiedInterval {
        Checks.present("lower", lower);
        Checks.present("upper", upper);
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("lower must be at most upper " + upper + ", but is " + lower);
        }
        lower = lower.stripTrailingZeros();
        upper = upper.stripTrailingZeros();
    }

    /// The interval that holds this number only.
    public static CertifiedInterval exactly(BigDecimal value) {
        return new CertifiedInterval(value, value);
    }

    /// `upper − lower`, exactly: how far apart two values may be that both fit.
    public BigDecimal width() {
        return upper.subtract(lower).stripTrailingZeros();
    }

    /// Whether both bounds are the same number, which then is the true value.
    public boolean isExact() {
        return lower.compareTo(upper) == 0;
    }

    /// Whether the true value may be this number.
    public boolean contains(BigDecimal value) {
        Checks.present("value", value);
        return lower.compareTo(value) <= 0 && value.compareTo(upper) <= 0;
    }

    /// Whether the other interval lies within this one, bounds included.
    public boolean contains(CertifiedInterval other) {
        Checks.present("other", other);
        return contains(other.lower) && contains(other.upper);
    }

    /// The decimal half way between the bounds, exactly.
    public BigDecimal midpoint() {
        return lower.add(upper).multiply(new BigDecimal("0.5")).stripTrailingZeros();
    }

    /// The double nearest to the [#midpoint].
    public double toDouble() {
        return midpoint().doubleValue();
    }

    /// The true value rounded half up to so many places after the point, where the bounds leave no doubt about it: empty when they round
    /// to different decimals.
    public Optional<BigDecimal> rounded(int places) {
        BigDecimal fromBelow = lower.setScale(Checks.atLeast("places", places, 0), RoundingMode.HALF_UP);
        BigDecimal fromAbove = upper.setScale(places, RoundingMode.HALF_UP);
        return fromBelow.equals(fromAbove) ? Optional.of(fromBelow) : Optional.empty();
    }

    /// Encloses the sum of the two true values.
    public CertifiedInterval plus(CertifiedInterval other) {
        Checks.present("other", other);
        return new CertifiedInterval(lower.add(other.lower), upper.add(other.upper));
    }

    /// Encloses the difference of the two true values.
    public CertifiedInterval minus(CertifiedInterval other) {
        Checks.present("other", other);
        return new CertifiedInterval(lower.subtract(other.upper), upper.subtract(other.lower));
    }

    /// Encloses the true value times an exact factor.
    public CertifiedInterval times(BigDecimal factor) {
        BigDecimal fromLower = lower.multiply(Checks.present("factor", factor));
        BigDecimal fromUpper = upper.multiply(factor);
        return new CertifiedInterval(fromLower.min(fromUpper), fromLower.max(fromUpper));
    }

    /// Encloses the quotient of the two true values, its bounds rounded outward to so many places after the point.
    ///
    /// @throws IllegalArgumentException if the divisor may be 0, or the places are fewer than 0
    public CertifiedInterval dividedBy(CertifiedInterval divisor, int places) {
        Checks.present("divisor", divisor);
        Checks.atLeast("places", places, 0);
        if (divisor.contains(BigDecimal.ZERO)) {
            throw new IllegalArgumentException("divisor must not contain 0, but is " + divisor);
        }
        BigDecimal low = null;
        BigDecimal high = null;
        for (BigDecimal above : new BigDecimal[] {lower, upper}) {
            for (BigDecimal below : new BigDecimal[] {divisor.lower, divisor.upper}) {
                BigDecimal down = above.divide(below, places, RoundingMode.FLOOR);
                BigDecimal up = above.divide(below, places, RoundingMode.CEILING);
                low = low == null ? down : low.min(down);
                high = high == null ? up : high.max(up);
            }
        }
        return new CertifiedInterval(low, high);
    }

    /// `[0.7219, 0.7220]`, both bounds with the same number of places; an exact value alone.
    @Override
    public String toString() {
        if (isExact()) {
            return lower.toPlainString();
        }
        int places = Math.max(0, Math.max(lower.scale(), upper.scale()));
        return "[" + lower.setScale(places).toPlainString() + ", " + upper.setScale(places).toPlainString() + "]";
    }
}
