package infogap.claims;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/// Numbers that the article prints and that must fit together: a sum of products of them that has to be a given number.
///
/// ```java
/// Coherence.of(BigFraction.ONE, List.of(List.of(Printed.of("0.58")), List.of(Printed.of("0.46"))))    // 1, not 1.04
/// ```
///
/// Each printed number stands for all numbers that round to it, so the sum has an interval ([Printed.Interval]); numbers that are given
/// and not rounded stand for themselves ([#ofExact]).
///
/// Verdict: *reproduced* when the interval holds the required number, *self-contradiction* when it does not.
///
/// @param required what the sum must be
/// @param found what the printed numbers give, and the interval that their last digits leave
public record Coherence(BigFraction required, Printed.Interval found) implements Finding {
    public Coherence {
        Checks.present("required", required);
        Checks.present("found", found);
    }

    /// The sum of the products.
    ///
    /// @throws IllegalArgumentException if there is no term, or a text is not one number
    public static Coherence of(BigFraction required, List<List<Printed>> products) {
        Printed.Interval sum = Checks.notEmpty("products", products).stream()
                .map(factors -> Checks.notEmpty("factors", factors).stream().map(Coherence::interval).reduce(Coherence::product).orElseThrow())
                .reduce(Coherence::sum)
                .orElseThrow();
        return new Coherence(required, sum);
    }

    /// The sum of numbers that the article gives and does not round, such as the shares of two groups: each stands for itself alone.
    ///
    /// @throws IllegalArgumentException if there is no number
    public static Coherence ofExact(BigFraction required, List<BigFraction> terms) {
        BigFraction sum = Checks.notEmpty("terms", terms).stream().reduce(BigFraction.ZERO, BigFraction::add);
        return new Coherence(required, new Printed.Interval(sum, sum, sum));
    }

    @Override
    public Verdict verdict(Printed printed) {
        return required.compareTo(found.low()) >= 0 && required.compareTo(found.high()) <= 0
                ? Verdict.REPRODUCED
                : Verdict.SELF_CONTRADICTION;
    }

    @Override
    public String recomputed() {
        return Fractions.format(required)
                + (verdict(Printed.of("")) == Verdict.REPRODUCED ? "" : ", not " + Double.toString(Fractions.toDouble(found.value())));
    }

    @Override
    public String toString() {
        return recomputed();
    }

    private static Printed.Interval interval(Printed printed) {
        return printed.interval()
                .orElseThrow(() -> new IllegalArgumentException("factors must be numbers, but one is '" + printed.text() + "'"));
    }

    private static Printed.Interval sum(Printed.Interval a, Printed.Interval b) {
        return new Printed.Interval(a.value().add(b.value()), a.low().add(b.low()), a.high().add(b.high()));
    }

    private static Printed.Interval product(Printed.Interval a, Printed.Interval b) {
        List<BigFraction> corners = Stream.of(a.low(), a.high())
                .flatMap(left -> Stream.of(b.low(), b.high()).map(left::multiply))
                .sorted()
                .toList();
        return new Printed.Interval(a.value().multiply(b.value()), corners.getFirst(), corners.getLast());
    }
}
