package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.claims.printed.Reading;
import infogap.claims.printed.Relation;
import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return of(claim, finding, new Origin.Root());
    }

    /// @param sources the claims whose printed numbers the article went on with
    static Card of(Claim claim, Finding finding, List<Claim> sources, Finding fromPrinted) {
        Checks.present("fromPrinted", fromPrinted);
        Checks.notEmpty("sources", sources);
        if (sources.stream().anyMatch(source -> source.id().equals(claim.id()))) {
            throw new IllegalArgumentException("source must be an earlier claim, but claim " + claim.id() + " is held against itself");
        }
        return of(claim, finding, fromPrinted.verdict(claim.printed()) == Verdict.REPRODUCED ? handedOn(sources) : new Origin.Root());
    }

    /// A wrong number hands its error on, a rounded one its rounding; a number that is right as it stands hands nothing on, whatever is consistent with it.
    private static Origin handedOn(List<Claim> sources) {
        List<String> wrong = sources.stream().filter(source -> source.pinned().isError()).map(Claim::id).toList();
        List<String> rounded = sources.stream().filter(Card::isRounded).map(Claim::id).toList();
        return !wrong.isEmpty() ? new Origin.Inherited(wrong) : !rounded.isEmpty() ? new Origin.Rounded(rounded) : new Origin.Root();
    }

    private static boolean isRounded(Claim source) {
        Printed printed = source.printed();
        if (source.pinned().isError() || !(printed.reading() instanceof Reading.Number number) || number.exact()) {
            return false;
        }
        return !(source.correct().reading() instanceof Reading.Number right) || !right.value().equals(number.value());
    }

    private static Card of(Claim claim, Finding finding, Origin ofError) {
        Checks.present("finding", finding);
        if (claim.isWaived()) {
            throw new IllegalArgumentException("claim " + claim.id() + " is waived in the claims file (" + claim.waiver()
                    + "); take the waiver out to check it");
        }
        Verdict verdict = finding.verdict(claim.printed());
        Origin origin = verdict.isError() ? ofError : new Origin.None();
        List<String> changes = new ArrayList<>();
        if (claim.pins() == Claim.Pins.NOTHING ? verdict.group() != Verdict.Group.HOLDS : verdict != claim.pinned()) {
            changes.add("the verdict is '" + verdict.label() + "', " + (claim.pins() == Claim.Pins.NOTHING ? "and none is pinned" : "pinned is '" + claim.pinned().label() + "'"));
        }
        if (claim.pins() != Claim.Pins.NOTHING && !origin.equals(claim.origin())) {
            changes.add("the origin is '" + origin + "', pinned is '" + claim.origin() + "'");
        }
        if (!isPinnedValue(claim, finding)) {
            changes.add("the value is " + finding.recomputed() + ", pinned is "
                    + (claim.correct().isEmpty() ? "none" : claim.correct().text()));
        }
        return new Card(claim, finding.recomputed(), verdict, origin, finding.remark(claim.printed()), List.copyOf(changes));
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

    private static boolean isPinnedValue(Claim claim, Finding finding) {
        Printed correct = claim.correct();
        if (correct.isEmpty()) {
            return claim.pins() != Claim.Pins.VALUE || !(finding instanceof Quantity);
        }
        return switch (finding) {
            case Finding.ExactValue(BigFraction value) -> correct.reading() instanceof Reading.Number && agrees(correct, value);
            case Finding.Value value -> correct.reading() instanceof Reading.Number && isClose(correct, value);
            case Quantity.Enclosure(Bounds range) when correct.reading() instanceof Reading.Number number -> range.overlaps(number.bounds());
            default -> Sameness.same(correct.text().strip(), finding.recomputed());
        };
    }

    private static boolean agrees(Printed correct, BigFraction value) {
        return switch (correct.agreement(value)) {
            case EXACT -> true;
            case ROUNDS -> correct.relation() == Relation.ROUNDED;
            case DIFFERS -> false;
        };
    }

    private static boolean isClose(Printed correct, Finding.Value value) {
        BigFraction found = Fractions.ofDecimal(value.value());
        if (correct.relation() == Relation.ROUNDED) {
            return correct.numbers().getFirst().overlaps(value.bounds().getFirst());
        }
        return Sameness.isClose(found, correct.value()) || value.isStated() && value.bounds().getFirst().contains(correct.value());
    }
}
