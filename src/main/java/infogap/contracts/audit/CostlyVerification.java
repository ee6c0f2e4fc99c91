package infogap.contracts.audit;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.decision.Lottery;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Costly state verification: a borrower alone sees what came of a project, and the lender can look at a cost.
///
/// Where the lender does not look it cannot ask for more in good states than in bad ones: it gets one amount `D`. So it must look wherever the project brings less than `D`, and it may then take all. The
/// contract that pays the lender what it needs with the least looking is debt (债务): the face value `D`, and verification exactly in default. The lender breaks even where
///
///     Σ_{y ≥ D} p(y) D + Σ_{y < D} p(y)(y − k) = required,
///
/// and the smallest such `D` is best. Only contracts that look for certain or not at all are compared; looking at random can be cheaper still (Mookherjee and Png 1989).
///
///     CostlyVerification.of(Lottery.of(new double[] {20, 60, 120}, new double[] {0.2, 0.3, 0.5}), 50, 5).debt()
///
/// Sources: R. Townsend (1979), *Optimal contracts and competitive markets with costly state verification*, Journal of Economic Theory 21, 265–293; D. Gale and M. Hellwig (1985), *Incentive-compatible debt
/// contracts: the one-period problem*, Review of Economic Studies 52, 647–663.
///
/// @param returns y, what the project brings, at least 0
/// @param required what the lender must expect to get for its money
/// @param verificationCost k ≥ 0, what a look costs the lender
public record CostlyVerification(Lottery returns, BigFraction required, BigFraction verificationCost) {

    /// Whether the project can be financed.
    public sealed interface Financing {}

    /// The debt contract that pays the lender with the least looking.
    ///
    /// @param problem what it solves
    /// @param face D, what is repaid where the project brings as much
    /// @param defaultProbability the probability that it brings less, which is when the lender looks
    public record Debt(CostlyVerification problem, BigFraction face, BigFraction defaultProbability) implements Financing {

        public Debt {
            Checks.present("problem", problem);
            Exact.nonNegative("face", face);
            Exact.probability("defaultProbability", defaultProbability);
        }

        /// What looking costs on average.
        public BigFraction verification() {
            return defaultProbability.multiply(problem.verificationCost());
        }

        /// What is left to the borrower: E (y − D)⁺.
        public BigFraction borrower() {
            return problem.returns().exactExpectation(y -> y.compareTo(face) > 0 ? y.subtract(face) : BigFraction.ZERO);
        }

        /// What is repaid in this state: min(y, D).
        public BigFraction repaid(BigFraction outcome) {
            return Checks.present("outcome", outcome).compareTo(face) < 0 ? outcome : face;
        }

        /// The lender breaks even, and the borrower is not worse off than without the project.
        public List<Constraint> constraints() {
            return List.of(
                    Constraint.exact(Constraint.Kind.ZERO_PROFIT, "required ≤ expected repayment less looking", problem.required(), problem.lender(face)),
                    Constraint.exact(Constraint.Kind.PARTICIPATION, "0 ≤ borrower", BigFraction.ZERO, borrower()));
        }

        /// What the hidden outcome costs: the looking, which is lost to both. The borrower bears it, because lenders break even.
        public AsymmetryCost cost() {
            BigFraction full = problem.returns().exactMean().subtract(problem.required());
            BigFraction left = full.subtract(verification());
            return AsymmetryCost.of("borrower", full, left, full, borrower());
        }

        @Override
        public String toString() {
            return "debt of " + Fractions.readable(face) + ", default and a look with probability " + Fractions.readable(defaultProbability) + ", looking costs "
                    + Fractions.readable(verification()) + ", the borrower keeps " + Fractions.readable(borrower());
        }
    }

    /// No debt pays the lender.
    ///
    /// @param most the most that the lender can expect, looking included
    /// @param required what it needs
    public record NotFinanced(BigFraction most, BigFraction required) implements Financing {

        public NotFinanced {
            Checks.present("most", most);
            Checks.present("required", required);
        }

        @Override
        public String toString() {
            return "not financed: the lender can expect " + Fractions.readable(most) + " at most, and needs " + Fractions.readable(required);
        }
    }

    /// @throws IllegalArgumentException if a return is negative, or required or cost is
    public CostlyVerification {
        Checks.present("returns", returns);
        Exact.nonNegative("lowest of returns", returns.outcomes().getFirst());
        Exact.nonNegative("required", required);
        Exact.nonNegative("verificationCost", verificationCost);
    }

    /// From decimals, each read as the decimal that it prints.
    public static CostlyVerification of(Lottery returns, double required, double verificationCost) {
        return new CostlyVerification(returns, Fractions.ofDecimal(Checks.nonNegative("required", required)),
                Fractions.ofDecimal(Checks.nonNegative("verificationCost", verificationCost)));
    }

    /// The best debt, or that there is none.
    public Financing debt() {
        BigFraction below = BigFraction.ZERO;
        BigFraction collected = BigFraction.ZERO;
        BigFraction most = null;
        for (int i = 0; i < returns.size(); i++) {
            // face values up to this outcome and above the one before: all lower outcomes are in default
            BigFraction outcome = returns.outcomes().get(i);
            BigFraction repaying = BigFraction.ONE.subtract(below);
            BigFraction face = required.subtract(collected).divide(repaying);
            if (face.compareTo(outcome) <= 0) {
                return new Debt(this, face, below);
            }
            BigFraction here = repaying.multiply(outcome).add(collected);
            most = most == null || here.compareTo(most) > 0 ? here : most;
            collected = collected.add(returns.probabilities().get(i).multiply(outcome.subtract(verificationCost)));
            below = below.add(returns.probabilities().get(i));
        }
        return new NotFinanced(most, required);
    }

    /// What the lender expects from debt of this face value, looking included.
    public BigFraction lender(BigFraction face) {
        Exact.nonNegative("face", face);
        return returns.exactExpectation(y -> y.compareTo(face) >= 0 ? face : y.subtract(verificationCost));
    }

    @Override
    public String toString() {
        return "required " + Fractions.readable(required) + ", a look costs " + Fractions.readable(verificationCost) + System.lineSeparator() + debt();
    }
}
