package infogap.claims;

import infogap.numeric.Checks;

/// Two things that are printed and that can, or cannot, be true together: a mean and a number of cases, a percentage and a count.
///
/// Verdict: *self-contradiction* when they cannot, *reproduced* when they can.
///
/// @param what which things
/// @param compatible whether both can be true
/// @param because why, short enough for a table
public record Compatibility(String what, boolean compatible, String because) implements Finding {

    public Compatibility {
        Checks.text("what", what);
        Checks.text("because", because);
    }

    @Override
    public Verdict verdict(Printed printed) {
        return compatible ? Verdict.REPRODUCED : Verdict.SELF_CONTRADICTION;
    }

    @Override
    public String recomputed() {
        return what + (compatible ? ": possible; " : ": impossible; ") + because;
    }
}
