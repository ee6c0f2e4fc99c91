package infogap.claims.consistency;

import infogap.claims.Printed;
import infogap.claims.Quantity;
import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;

/// A standardised difference of two means from what is printed of two groups.
///
/// Cohen's d = (m₁ − m₂) / s with s² = ((n₁ − 1) s₁² + (n₂ − 1) s₂²) / (n₁ + n₂ − 2) (J. Cohen, *Statistical Power Analysis for the Behavioral Sciences*, 2nd ed. 1988, chapter 2);
/// Hedges' g = d (1 − 3 / (4 (n₁ + n₂) − 9)) (L. V. Hedges, Journal of Educational Statistics 6 (1981), the approximation of the correction).
public final class EffectSize {

    private EffectSize() {}

    /// What is printed of a group.
    ///
    /// @param mean the mean
    /// @param deviation the sample standard deviation
    /// @param n the number of cases, at least 2
    public record Group(Printed mean, Printed deviation, int n) {
        public Group {
            Checks.atLeast("n", n, 2);
            if (Checks.present("mean", mean).interval().isEmpty()) {
                throw new IllegalArgumentException("mean must be one number, but is '" + mean.text() + "'");
            }
            if (Checks.present("deviation", deviation).interval().isEmpty() || deviation.interval().get().low().getNumerator().signum() <= 0) {
                throw new IllegalArgumentException("deviation must be a number above 0 with all its rounding, but is '" + deviation.text() + "'");
            }
        }
    }

    /// All values of Cohen's d that the rounding of means and deviations allows.
    public static Quantity.Enclosure cohensD(Group first, Group second) {
        return standardised(first, second, 1);
    }

    /// All values of Hedges' g that the rounding of means and deviations allows.
    public static Quantity.Enclosure hedgesG(Group first, Group second) {
        return standardised(first, second, 1 - 3.0 / (4.0 * (first.n() + second.n()) - 9));
    }

    private static Quantity.Enclosure standardised(Group first, Group second, double factor) {
        List<Printed> inputs = List.of(first.mean(), second.mean(), first.deviation(), second.deviation());
        // monotone in the means; in each deviation rising or falling with the sign of the difference of the means
        Quantity.Enclosure corners = Quantity.Enclosure.of(inputs, x -> {
            double a = Fractions.toDouble(x.get(2));
            double b = Fractions.toDouble(x.get(3));
            double pooled = Math.sqrt(((first.n() - 1) * a * a + (second.n() - 1) * b * b) / (first.n() + second.n() - 2));
            return Fractions.ofDecimal(factor * Fractions.toDouble(x.get(0).subtract(x.get(1))) / pooled);
        });
        return new Quantity.Enclosure(Bounds.closed(corners.range().low().orElseThrow(), corners.range().high().orElseThrow()));
    }
}
