package infogap.contracts.credit;

import infogap.decision.Lottery;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A kind of borrower, by what its project brings.
///
/// @param name what it is called
/// @param share the share of borrowers who are of this kind, above 0
/// @param returns of the project, for the loan of one borrower; at least 0
public record Borrower(String name, BigFraction share, Lottery returns) {

    public Borrower {
        Checks.text("name", name);
        Exact.positive("share", share);
        Checks.present("returns", returns);
        Exact.nonNegative("lowest of returns", returns.outcomes().getFirst());
    }

    /// A project that brings `success` with a probability and otherwise nothing; numbers are read as the decimals that they print.
    ///
    /// @throws IllegalArgumentException if the share is not above 0 and at most 1, the success not above 0, or the probability outside [0, 1]
    public static Borrower of(String name, double share, double success, double probability) {
        return new Borrower(name, Fractions.ofDecimal(Checks.probability("share", share)),
                Lottery.binary(Checks.positive("success", success), 0, Checks.probability("probability", probability)));
    }

    /// E (y − D)⁺, what the borrower expects to keep when it must repay D and can pay no more than there is.
    public BigFraction keeps(BigFraction repayment) {
        Exact.nonNegative("repayment", repayment);
        return returns.exactExpectation(y -> y.compareTo(repayment) > 0 ? y.subtract(repayment) : BigFraction.ZERO);
    }

    /// E min(y, D), what the bank expects to get.
    public BigFraction repays(BigFraction repayment) {
        Exact.nonNegative("repayment", repayment);
        return returns.exactExpectation(y -> y.compareTo(repayment) < 0 ? y : repayment);
    }

    /// The highest repayment at which this borrower keeps at least this much, given that it does at a repayment of 0.
    BigFraction highestRepayment(BigFraction outside) {
        // E (y − D)⁺ falls with D along straight lines between the outcomes
        BigFraction low = BigFraction.ZERO;
        for (BigFraction outcome : returns.outcomes()) {
            BigFraction kept = keeps(outcome);
            if (kept.compareTo(outside) < 0) {
                BigFraction atLow = keeps(low);
                return low.add(outcome.subtract(low).multiply(atLow.subtract(outside)).divide(atLow.subtract(kept)));
            }
            low = outcome;
        }
        return low;
    }

    @Override
    public String toString() {
        return name;
    }
}
