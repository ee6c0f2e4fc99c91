package infogap.claims.consistency;

import infogap.claims.Compatibility;
import infogap.claims.Finding;
import infogap.claims.Printed;
import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// Whether a printed mean, standard deviation or percentage can come from so many whole numbers.
///
/// Means (GRIM): N. J. L. Brown and J. A. J. Heathers, *The GRIM test*, Social Psychological and Personality Science 8 (2017). The mean of n answers on a scale
/// of whole numbers is k/n; a mean of several items has n × items in place of n.
///
/// Standard deviations (GRIMMER): J. Anaya (2016), with the test of parity by A. Allard (2018). With a sum k, the sum of squares is a whole number S between
/// k²/n and, given the deviation, S = (n − 1) s² + k²/n; and S is even exactly when k is.
///
/// Percentages: k of n for a whole k.
public final class Granularity {

    /// A sample that is larger allows every mean that is printed with the digits that papers print.
    private static final int LARGEST = 1_000_000;

    private Granularity() {}

    /// Whether the mean of `n` whole numbers can be the printed one (GRIM).
    ///
    /// ```java
    /// Granularity.mean(Printed.of("5.19"), 28, 1).isPossible()    // false: 145/28 is 5.18 and 146/28 is 5.21
    /// ```
    ///
    /// @param items how many whole numbers each case averages
    public static Result mean(Printed mean, int n, int items) {
        int whole = Math.multiplyExact(cases(n), (int) Checks.inRange("items", items, 1, LARGEST));
        return possible("mean " + mean.text() + " of " + n + (items == 1 ? "" : " × " + items), bounds("mean", mean), whole);
    }

    /// Whether so many of `n` can be the printed percentage.
    public static Result percentage(Printed percentage, int n) {
        Bounds share = bounds("percentage", percentage);
        if (share.low().orElseThrow().compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException("percentage must be at most 1, or have its sign as in 17 %, but is '" + percentage.text() + "'");
        }
        return possible("share " + percentage.text() + " of " + n, share, cases(n));
    }

    private static Result possible(String what, Bounds bounds, int n) {
        BigFraction size = Fractions.of(n, 1);
        BigInteger first = ceiling(bounds.low().orElseThrow().multiply(size));
        BigFraction below = new BigFraction(first.subtract(BigInteger.ONE), BigInteger.valueOf(n));
        BigFraction at = new BigFraction(first, BigInteger.valueOf(n));
        boolean possible = bounds.contains(at) || bounds.contains(new BigFraction(first.add(BigInteger.ONE), BigInteger.valueOf(n)));
        return new Result(what, possible, possible ? "as " + first + "/" + n : "the nearest are " + first.subtract(BigInteger.ONE) + "/" + n + " = "
                + decimal(below) + " and " + first + "/" + n + " = " + decimal(at));
    }

    /// Whether `n` whole numbers can have the printed mean and the printed sample standard deviation (GRIMMER, with n − 1).
    public static Result deviation(Printed mean, Printed deviation, int n) {
        if (cases(n) < 2) {
            throw new IllegalArgumentException("n must be an integer of at least 2, but is " + n);
        }
        String what = "mean " + mean.text() + " and standard deviation " + deviation.text() + " of " + n;
        Bounds means = bounds("mean", mean);
        Bounds spread = bounds("deviation", deviation);
        BigFraction low = spread.low().orElseThrow().compareTo(BigFraction.ZERO) < 0 ? BigFraction.ZERO : spread.low().orElseThrow();
        BigFraction high = spread.high().orElseThrow();
        BigFraction size = Fractions.of(n, 1);
        boolean anyMean = false;
        for (BigInteger sum = ceiling(means.low().orElseThrow().multiply(size)); new BigFraction(sum, BigInteger.valueOf(n)).compareTo(means.high().orElseThrow()) <= 0;
                sum = sum.add(BigInteger.ONE)) {
            if (!means.contains(new BigFraction(sum, BigInteger.valueOf(n)))) {
                continue;
            }
            anyMean = true;
            BigFraction middle = new BigFraction(sum.multiply(sum), BigInteger.valueOf(n));
            BigFraction most = high.multiply(high).multiply(n - 1).add(middle);
            for (BigInteger squares = ceiling(low.multiply(low).multiply(n - 1).add(middle)); new BigFraction(squares).compareTo(most) <= 0; squares = squares.add(BigInteger.ONE)) {
                if (squares.testBit(0) == sum.testBit(0) && squares.compareTo(sum.abs()) >= 0) {
                    return new Result(what, true, "with the sum " + sum + " and the sum of squares " + squares);
                }
            }
        }
        return new Result(what, false, anyMean ? "no sum of squares fits" : "no sum gives the mean");
    }

    /// What came out.
    ///
    /// @param what which numbers
    /// @param isPossible whether they can be true together
    /// @param because how, or what is nearest
    public record Result(String what, boolean isPossible, String because) {

        /// As a finding for a claim.
        public Finding finding() {
            return new Compatibility(what, isPossible, because);
        }
    }

    private static int cases(int n) {
        return (int) Checks.inRange("n", n, 1, LARGEST);
    }

    private static Bounds bounds(String argument, Printed printed) {
        List<Bounds> numbers = Checks.present(argument, printed).numbers();
        if (numbers.size() != 1 || printed.interval().isEmpty()) {
            throw new IllegalArgumentException(argument + " must be one number, but is '" + printed.text() + "'");
        }
        return numbers.getFirst();
    }

    private static BigInteger ceiling(BigFraction value) {
        BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    private static String decimal(BigFraction value) {
        return String.format(Locale.ROOT, "%.4f", Fractions.toDouble(value));
    }
}
