package infogap.contracts.insurance;

import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import java.util.Locale;

/// Whether competing insurers have an equilibrium: the separating pair, unless a policy for all attracts the low risks, and with them everybody.
public sealed interface RothschildStiglitz {

    /// What separates the risks.
    SeparatingPair pair();

    /// The policy for all, at the average fair price, that is best for the low risks.
    Policy pooling();

    /// The share of high risks above which the pair is an equilibrium.
    double threshold();

    /// The pair is an equilibrium.
    record Equilibrium(SeparatingPair pair, Policy pooling, double threshold) implements RothschildStiglitz {

        public Equilibrium {
            Checks.present("pair", pair);
            Checks.present("pooling", pooling);
            Checks.probability("threshold", threshold);
        }

        @Override
        public String toString() {
            return "separating equilibrium, from a share of high risks of " + String.format(Locale.ROOT, "%.6g", threshold) + " on\n" + pair + "\n" + certificate();
        }
    }

    /// There is none: the pair is broken by the policy for all, which is broken in turn by a policy for the low risks alone.
    record NoEquilibrium(SeparatingPair pair, Policy pooling, double threshold) implements RothschildStiglitz {

        public NoEquilibrium {
            Checks.present("pair", pair);
            Checks.present("pooling", pooling);
            Checks.probability("threshold", threshold);
        }

        @Override
        public String toString() {
            return "no equilibrium: the share of high risks is below " + String.format(Locale.ROOT, "%.6g", threshold) + "; the low risks prefer one policy for all, "
                    + pooling + "\n" + certificate();
        }
    }

    /// The inequality that decides: the low risks' utility of the best policy for all against that of their own. It fails where there is no equilibrium.
    default Constraint certificate() {
        return Constraint.rounded(Constraint.Kind.INCENTIVE, "low risk with one policy for all ≤ with its own",
                pair().market().expectedUtility(pair().market().lowRisk(), pooling()), pair().lowUtility(), 0);
    }
}
