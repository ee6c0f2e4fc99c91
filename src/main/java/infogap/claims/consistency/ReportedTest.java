package infogap.claims.consistency;

import infogap.claims.Finding;
import infogap.claims.Printed;
import infogap.claims.Quantity;
import infogap.claims.consistency.Statistic.Tails;
import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;

/// A printed test held against its printed p value (统计一致性), as statcheck does: M. B. Nuijten, C. H. J. Hartgerink, M. A. L. M. van Assen, S. Epskamp and
/// J. M. Wicherts, *The prevalence of statistical reporting errors in psychology*, Behavior Research Methods 48 (2016).
///
/// ```java
/// ReportedTest.of("t(28) = 2.20", "p = .04")    // consistent: p from 0.0362 to 0.0363
/// ```
///
/// The statistic is rounded, so that it leaves an interval of p values; the printed p is consistent when it can be one of them.
///
/// @param statistic the printed statistic
/// @param printed the printed p value
/// @param computed the p values that the statistic's rounding allows
/// @param alpha where a result begins to be called significant
public record ReportedTest(Printed statistic, Printed printed, Bounds computed, double alpha) {

    /// Where significance begins by custom.
    public static final double ALPHA = 0.05;

    public ReportedTest {
        Checks.present("statistic", statistic);
        Checks.present("printed", printed);
        Checks.present("computed", computed);
        Checks.strictlyBetween("alpha", alpha, 0, 1);
    }

    /// Reads a test as it is printed: `t(10) = 3`, `F(2, 27) = 4.12`, `χ²(3) = 9.5` or `chi2(3, N = 90) = 9.5`, `z = 1.96`, `r(97) = .17`; two-sided.
    ///
    /// @param test the statistic with its degrees of freedom
    /// @param p what is printed for p, such as `p = .009`, `p < .05`, `n.s.`
    /// @throws IllegalArgumentException if the test is none of these or one of them is no number
    public static ReportedTest of(String test, String p) {
        TestText text = TestText.of(test);
        return of(text.statistic(), text.value(), Printed.of(p), Tails.TWO, ALPHA);
    }

    /// A test whose parts are known.
    ///
    /// @throws IllegalArgumentException if the value is not one number or p has none
    public static ReportedTest of(Statistic statistic, Printed value, Printed p, Tails tails, double alpha) {
        if (value.interval().isEmpty()) {
            throw new IllegalArgumentException("statistic must be one number, but is '" + value.text() + "'");
        }
        if (p.numbers().size() != 1) {
            throw new IllegalArgumentException("p must be one number or a bound, but is '" + p.text() + "'");
        }
        return new ReportedTest(value, p, statistic.p(value.numbers().getFirst(), tails), alpha);
    }

    /// Whether the printed p can be that of the printed statistic.
    public boolean isConsistent() {
        return computed.overlaps(printed.numbers().getFirst());
    }

    /// Whether the printed p is on the other side of alpha than every p that the statistic allows: the conclusion would change (a gross error).
    public boolean changesDecision() {
        var end = Fractions.ofDecimal(alpha);
        Bounds claimed = printed.numbers().getFirst();
        boolean computedSignificant = computed.high().orElseThrow().compareTo(end) < 0;
        boolean computedNot = computed.low().orElseThrow().compareTo(end) >= 0;
        boolean claimedSignificant = claimed.high().isPresent() && (claimed.high().get().compareTo(end) < 0 || claimed.high().get().equals(end) && !claimed.highIncluded());
        boolean claimedNot = claimed.low().isPresent() && claimed.low().get().compareTo(end) >= 0;
        return !isConsistent() && (computedSignificant && claimedNot || computedNot && claimedSignificant);
    }

    /// The interval of p values as a finding for a claim whose printed text is the p value.
    public Finding finding() {
        return new Quantity.Enclosure(computed);
    }

    @Override
    public String toString() {
        return (isConsistent() ? "consistent" : changesDecision() ? "inconsistent, and the decision at " + alpha + " changes" : "inconsistent") + ": " + printed.text()
                + " is printed, the statistic " + statistic.text() + " allows p from " + Fractions.readable(computed.low().orElseThrow()) + " to "
                + Fractions.readable(computed.high().orElseThrow());
    }
}
