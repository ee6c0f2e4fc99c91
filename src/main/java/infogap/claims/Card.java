package infogap.claims;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// The outcome of a check: printed, recomputed, verdict, why. In a notebook it shows as a card.
///
/// @param claim what was checked
/// @param recomputed what the computation gave
/// @param verdict what follows from comparing the two
/// @param origin where an error comes from
/// @param remark what else the comparison showed, or empty
/// @param changes how the outcome differs from what the claims file pins; empty when it does not
public record Card(Claim claim, String recomputed, Verdict verdict, Origin origin, String remark, List<String> changes)
        implements Displayable {

    /// How far a floating-point result may be from an exactly pinned value, relative to the larger of it and 1.
    public static final double VALUE_TOLERANCE = 1e-12;

    static Card of(Claim claim, Finding finding) {
        return of(claim, finding, Optional.empty());
    }

    static Card of(Claim claim, Finding finding, Claim source, Finding fromPrinted) {
        Checks.present("fromPrinted", fromPrinted);
        // a number that is right hands no error on, whatever it is consistent with
        boolean consistent = source.pinned().isError() && fromPrinted.verdict(claim.printed()) == Verdict.REPRODUCED;
        return of(claim, finding, consistent ? Optional.of(source.id()) : Optional.empty());
    }

    private static Card of(Claim claim, Finding finding, Optional<String> inheritedFrom) {
        Checks.present("finding", finding);
        if (claim.isWaived()) {
            throw new IllegalArgumentException("claim " + claim.id() + " is waived in the claims file (" + claim.waiver()
                    + "); take the waiver out to check it");
        }
        Verdict verdict = finding.verdict(claim.printed());
        Origin origin = !verdict.isError()
                ? new Origin.None()
                : inheritedFrom.<Origin>map(Origin.Inherited::new).orElseGet(Origin.Root::new);
        List<String> changes = new ArrayList<>();
        if (verdict != claim.pinned()) {
            changes.add("the verdict is '" + verdict.label() + "', pinned is '" + claim.pinned().label() + "'");
        }
        if (!origin.equals(claim.origin())) {
            changes.add("the origin is '" + origin + "', pinned is '" + claim.origin() + "'");
        }
        if (!isPinnedValue(claim.correct(), finding)) {
            changes.add("the value is " + finding.recomputed() + ", pinned is "
                    + (claim.correct().isEmpty() ? "none" : claim.correct().text()));
        }
        return new Card(claim, finding.recomputed(), verdict, origin, remark(claim.printed(), finding), List.copyOf(changes));
    }

    /// Whether verdict, origin and value are those of the claims file.
    public boolean isAsPinned() {
        return changes.isEmpty();
    }

    /// This card, if everything is as pinned.
    ///
    /// @throws VerdictChangedException naming the claim and each difference, if something is not
    public Card confirm() {
        if (!isAsPinned()) {
            throw new VerdictChangedException("claim " + claim.id() + " (" + claim.claim() + "): " + String.join("; ", changes));
        }
        return this;
    }

    @Override
    public Map<String, Object> mimeBundle() {
        return CardView.bundle(this);
    }

    @Override
    public String toString() {
        return CardView.text(this);
    }

    private static boolean isPinnedValue(Printed correct, Finding finding) {
        return switch (finding) {
            case Finding.ExactValue(BigFraction value) -> !correct.isEmpty() && agrees(correct, value);
            case Finding.Value(double value) -> !correct.isEmpty() && isClose(correct, value);
            default -> correct.isEmpty() || correct.text().equals(finding.recomputed());
        };
    }

    private static boolean agrees(Printed correct, BigFraction value) {
        return switch (correct.agreement(value)) {
            case EXACT -> true;
            case ROUNDS -> correct.relation() == Printed.Relation.ROUNDED;
            case DIFFERS -> false;
        };
    }

    private static boolean isClose(Printed correct, double value) {
        if (correct.relation() == Printed.Relation.ROUNDED) {
            return agrees(correct, Fractions.ofDecimal(value));
        }
        double pinned = Fractions.toDouble(correct.value());
        return Math.abs(value - pinned) <= VALUE_TOLERANCE * Math.max(1, Math.abs(pinned));
    }

    private static String remark(Printed printed, Finding finding) {
        if (printed.relation() != Printed.Relation.EQUALS || printed.interval().isEmpty()) {
            return finding.remark();
        }
        Optional<BigFraction> value = switch (finding) {
            case Finding.ExactValue(BigFraction exact) -> Optional.of(exact);
            case Finding.Value(double rounded) -> Optional.of(Fractions.ofDecimal(rounded));
            default -> Optional.empty();
        };
        return value.filter(number -> printed.agreement(number) == Printed.Agreement.ROUNDS)
                .map(number -> "printed with =, true only when rounded")
                .orElse(finding.remark());
    }
}
