package infogap.claims.consistency;

import infogap.claims.Compatibility;
import infogap.claims.Finding;
import infogap.claims.Printed;
import infogap.claims.printed.Bounds;
import infogap.claims.printed.Reading;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.fraction.BigFraction;

/// A printed confidence interval held against its printed estimate and standard error: estimate ± q · error, where q is the quantile of the normal distribution or
/// of Student's t at (1 + level) / 2.
///
/// @param low what estimate and error leave for the lower end
/// @param high and for the upper
/// @param printed the printed interval
public record Interval(Bounds low, Bounds high, Printed printed) {

    /// Where no level is printed.
    public static final double LEVEL = 0.95;

    public Interval {
        Checks.present("low", low);
        Checks.present("high", high);
        Checks.present("printed", printed);
    }

    /// An interval by the normal distribution.
    ///
    /// ```java
    /// Interval.of(Printed.of("0.50"), Printed.of("0.10"), Printed.of("95 % CI [0.30, 0.70]")).isConsistent()    // true
    /// ```
    ///
    /// @throws IllegalArgumentException if estimate or error is not one number, or the interval has no two ends
    public static Interval of(Printed estimate, Printed error, Printed interval) {
        return of(estimate, error, interval, Double.POSITIVE_INFINITY);
    }

    /// An interval by Student's t with these degrees of freedom; by the normal distribution where they are infinite.
    public static Interval of(Printed estimate, Printed error, Printed interval, double degrees) {
        if (!(interval.reading() instanceof Reading.Confidence || interval.reading() instanceof Reading.Sequence) || interval.numbers().size() != 2) {
            throw new IllegalArgumentException("interval must have two ends, as in 95 % CI [1.2, 3.4], but is '" + interval.text() + "'");
        }
        double level = interval.reading() instanceof Reading.Confidence confidence ? confidence.level().map(Fractions::toDouble).orElse(LEVEL) : LEVEL;
        double upper = (1 + Checks.strictlyBetween("level", level, 0, 1)) / 2;
        double quantile = Double.isInfinite(degrees) && degrees > 0
                ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(upper)
                : new TDistribution(null, Checks.positive("degrees", degrees)).inverseCumulativeProbability(upper);
        Bounds middle = number("estimate", estimate);
        Bounds spread = number("error", error).times(Fractions.ofDecimal(quantile));
        return new Interval(plus(middle, spread.times(BigFraction.MINUS_ONE)), plus(middle, spread), interval);
    }

    /// Whether both printed ends can be those of the estimate and the error.
    public boolean isConsistent() {
        return low.overlaps(printed.numbers().getFirst()) && high.overlaps(printed.numbers().get(1));
    }

    /// As a finding for a claim.
    public Finding finding() {
        return new Compatibility(printed.text(), isConsistent(), "estimate and standard error leave " + low + " and " + high);
    }

    private static Bounds plus(Bounds a, Bounds b) {
        return Bounds.closed(a.low().orElseThrow().add(b.low().orElseThrow()), a.high().orElseThrow().add(b.high().orElseThrow()));
    }

    private static Bounds number(String argument, Printed printed) {
        if (Checks.present(argument, printed).interval().isEmpty()) {
            throw new IllegalArgumentException(argument + " must be one number, but is '" + printed.text() + "'");
        }
        return printed.numbers().getFirst();
    }
}
