package infogap.contracts.audit;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The inspection game (检查博弈): somebody may cheat, and a third party (第三方审计) may look.
///
/// Cheating gains `g` if nobody looks; who is caught gains nothing and pays the fine `F`; who is looked at and found honest gets the reward `w`. An audit costs the auditor `k` and
/// recovers `R` from a cheat; the fine is in `R` if the auditor keeps it. With an audit of probability `a` and a share `q` of cheats, cheating brings `(1 − a)g − aF` against `aw` for honesty, and an audit
/// `qR − (1 − q)w − k`. Where each side would outguess the other, both mix:
///
///     a = g/(g + F + w),   q = (k + w)/(R + w).
///
/// A fine that goes elsewhere lowers how often it takes to look, and not how much is cheated: what is cheated is set by what an audit costs and recovers. A fine that the auditor
/// keeps is recovered, too, and lowers both.
///
///     InspectionGame.of(10, 40, 0, 5, 50).equilibrium()    // audits with 1/5, cheats with 1/10
///
/// Source: M. Dresher (1962), *A sampling inspection problem in arms control agreements*, RAND RM-2972; R. Avenhaus, B. von Stengel and S. Zamir (2002), *Inspection games*, Handbook of Game
/// Theory 3, chapter 51.
///
/// @param gain g > 0, what cheating brings when it is not caught; when it is caught, nothing
/// @param fine F ≥ 0, what the cheat pays when caught
/// @param reward w ≥ 0, what the honest get when looked at
/// @param auditCost k > 0
/// @param recovered R ≥ 0, what an audit of a cheat brings the auditor
public record InspectionGame(BigFraction gain, BigFraction fine, BigFraction reward, BigFraction auditCost, BigFraction recovered) {

    /// How the game ends.
    ///
    /// @param kind which case it is
    /// @param audits the probability of an audit
    /// @param cheats the probability of cheating
    /// @param certificate the inequalities that make it an equilibrium
    public record Equilibrium(Kind kind, BigFraction audits, BigFraction cheats, List<Constraint> certificate) {

        public Equilibrium {
            Checks.present("kind", kind);
            Exact.probability("audits", audits);
            Exact.probability("cheats", cheats);
            certificate = Checks.notEmpty("certificate", certificate);
        }

        @Override
        public String toString() {
            return kind + ": an audit with probability " + Fractions.readable(audits) + ", cheating with probability " + Fractions.readable(cheats);
        }
    }

    /// The cases of the game.
    public enum Kind {
        /// An audit costs more than it recovers even where everybody cheats.
        NEVER_WORTH_AN_AUDIT("nobody looks, everybody cheats"),
        /// Being caught costs nothing and honesty brings nothing: only an audit for certain takes the gain, and then any share from the one given on may cheat.
        NOTHING_TO_LOSE("always an audit, and nothing to lose by cheating"),
        /// Each side is indifferent.
        MIXED("both mix");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    public InspectionGame {
        Exact.positive("gain", gain);
        Exact.nonNegative("fine", fine);
        Exact.nonNegative("reward", reward);
        Exact.positive("auditCost", auditCost);
        Exact.nonNegative("recovered", recovered);
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if gain or audit cost is not above 0, another number is negative, or one is not finite
    public static InspectionGame of(double gain, double fine, double reward, double auditCost, double recovered) {
        return new InspectionGame(Fractions.ofDecimal(Checks.positive("gain", gain)), Fractions.ofDecimal(Checks.nonNegative("fine", fine)),
                Fractions.ofDecimal(Checks.nonNegative("reward", reward)), Fractions.ofDecimal(Checks.positive("auditCost", auditCost)),
                Fractions.ofDecimal(Checks.nonNegative("recovered", recovered)));
    }

    /// From texts, for numbers that no decimal can hold.
    public static InspectionGame of(String gain, String fine, String reward, String auditCost, String recovered) {
        return new InspectionGame(Exact.number("gain", gain), Exact.number("fine", fine), Exact.number("reward", reward),
                Exact.number("auditCost", auditCost), Exact.number("recovered", recovered));
    }

    /// The probability of an audit from which on cheating does not pay: g/(g + F + w).
    public BigFraction deterringAudit() {
        return gain.divide(gain.add(fine).add(reward));
    }

    /// The equilibrium, where neither side can commit; there is no other, but for the case without fine and reward. An audit that just breaks even with everybody cheating is not made.
    public Equilibrium equilibrium() {
        if (recovered.compareTo(auditCost) <= 0) {
            return new Equilibrium(Kind.NEVER_WORTH_AN_AUDIT, BigFraction.ZERO, BigFraction.ONE, List.of(
                    Constraint.exact(Constraint.Kind.INCENTIVE, "R ≤ k", recovered, auditCost),
                    Constraint.exact(Constraint.Kind.INCENTIVE, "0 ≤ g", BigFraction.ZERO, gain)));
        }
        BigFraction audits = deterringAudit();
        BigFraction cheats = auditCost.add(reward).divide(recovered.add(reward));
        List<Constraint> certificate = new ArrayList<>();
        certificate.add(Constraint.exact(Constraint.Kind.INCENTIVE, "(1 − a)g − aF ≤ aw", cheating(audits), audits.multiply(reward)));
        certificate.add(Constraint.exact(Constraint.Kind.INCENTIVE, "k + (1 − q)w ≤ qR", auditCost.add(BigFraction.ONE.subtract(cheats).multiply(reward)),
                cheats.multiply(recovered)));
        boolean nothing = fine.add(reward).equals(BigFraction.ZERO);
        return new Equilibrium(nothing ? Kind.NOTHING_TO_LOSE : Kind.MIXED, audits, cheats, certificate);
    }

    /// What cheating brings when an audit comes with this probability: (1 − a)g − aF.
    public BigFraction cheating(BigFraction audits) {
        Exact.probability("audits", audits);
        return BigFraction.ONE.subtract(audits).multiply(gain).subtract(audits.multiply(fine));
    }

    /// What an audit brings when this share cheats: qR − (1 − q)w − k.
    public BigFraction auditing(BigFraction cheats) {
        Exact.probability("cheats", cheats);
        return cheats.multiply(recovered).subtract(BigFraction.ONE.subtract(cheats).multiply(reward)).subtract(auditCost);
    }

    /// [#cost(BigFraction)] where the cheat takes from the auditor what it gains.
    public AsymmetryCost cost() {
        return cost(gain);
    }

    /// What not seeing who cheats costs the auditor, whom each cheat costs `damage` before anything is recovered.
    ///
    /// An auditor who saw it would look at cheats only, so that nobody cheats where an audit recovers more than its price, and everybody where it does not. Without seeing it, an audit
    /// brings just its price in the equilibrium, so that the auditor loses `q·damage`. Of this the other side gets `aw`, the rewards, and the rest is lost to both. Where money only changes
    /// hands, `damage = g` and `R = g + F`, what is lost to both is what the audits cost, `ak`.
    ///
    /// @throws IllegalArgumentException if the damage is negative
    public AsymmetryCost cost(BigFraction damage) {
        Exact.nonNegative("damage", damage);
        Equilibrium ends = equilibrium();
        BigFraction auditor = ends.cheats().multiply(damage).negate();
        if (ends.kind() == Kind.NEVER_WORTH_AN_AUDIT) {
            return AsymmetryCost.of("auditor", auditor.add(gain), auditor.add(gain), auditor, auditor);
        }
        return AsymmetryCost.of("auditor", BigFraction.ZERO, auditor.add(ends.audits().multiply(reward)), BigFraction.ZERO, auditor);
    }

    /// The cheapest way to keep everybody honest for an auditor who commits to how often it looks, where no fine is above `largestFine` and no reward above this game's.
    ///
    /// Looking with probability `a = g/(g + F + w)` costs `a(k + w)` when all are honest. The largest fine is best, because it is never paid. A reward makes each look dearer and looks rarer:
    /// `g(k + w)/(g + F + w)` rises with `w` where `k < g + F`, so that no reward is best, and falls where an audit costs more than that.
    ///
    /// @throws IllegalArgumentException if the largest fine is negative
    public Deterrence cheapestDeterrence(BigFraction largestFine) {
        Exact.nonNegative("largestFine", largestFine);
        InspectionGame without = new InspectionGame(gain, largestFine, BigFraction.ZERO, auditCost, recovered);
        InspectionGame with = new InspectionGame(gain, largestFine, reward, auditCost, recovered);
        Deterrence first = new Deterrence(without, without.deterringAudit(), without.deterrenceCost());
        Deterrence second = new Deterrence(with, with.deterringAudit(), with.deterrenceCost());
        return second.cost().compareTo(first.cost()) < 0 ? second : first;
    }

    /// A scheme that keeps everybody honest.
    ///
    /// @param scheme with its fine and reward
    /// @param audits how often it looks
    /// @param cost what looking and rewarding costs for each person
    public record Deterrence(InspectionGame scheme, BigFraction audits, BigFraction cost) {

        public Deterrence {
            Checks.present("scheme", scheme);
            Exact.probability("audits", audits);
            Exact.nonNegative("cost", cost);
        }

        /// Whether honesty is worth as much as cheating, which binds.
        public Constraint certificate() {
            return Constraint.exact(Constraint.Kind.INCENTIVE, "(1 − a)g − aF ≤ aw", scheme.cheating(audits), audits.multiply(scheme.reward()));
        }

        @Override
        public String toString() {
            return "fine " + Fractions.readable(scheme.fine()) + ", reward " + Fractions.readable(scheme.reward()) + ", an audit with probability "
                    + Fractions.readable(audits) + ", cost " + Fractions.readable(cost);
        }
    }

    private BigFraction deterrenceCost() {
        return deterringAudit().multiply(auditCost.add(reward));
    }

    @Override
    public String toString() {
        return "cheating gains " + Fractions.readable(gain) + ", fine " + Fractions.readable(fine) + ", reward " + Fractions.readable(reward) + ", an audit costs "
                + Fractions.readable(auditCost) + " and recovers " + Fractions.readable(recovered) + System.lineSeparator() + equilibrium();
    }
}
