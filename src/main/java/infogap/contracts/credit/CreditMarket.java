package infogap.contracts.credit;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.decision.MeanPreservingSpread;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// Credit rationing (信贷配给): a bank that cannot tell safe borrowers from risky ones, whose projects are worth the same on average.
///
/// Repayment is limited to what there is, so that the borrower keeps E (y − D)⁺, which is convex in the outcome and larger for more risk, and the bank gets E min(y, D), which is concave and smaller. A
/// higher repayment D drives the safe borrowers away first: what a loan brings rises with D and falls where a kind of borrower leaves. A bank with the money for a share `m` of all borrowers earns
/// `min(demand, m)·(expected − loan)`, and its best D is one at which a kind just stays. If more want a loan at it than there is money, some are turned away who would pay more: the bank does not let them.
///
/// For each single loan the riskiest alone, at their own limit, always bring most, because a kind at its limit leaves the bank all but its outside option and riskier kinds less; so it is the number of loans that
/// keeps the repayment low (Arnold and Riley 2009).
///
///     CreditMarket.of(100, 10, Borrower.of("safe", 0.5, 150, 0.9), Borrower.of("risky", 0.5, 270, 0.5))
///
/// Sources: J. Stiglitz and A. Weiss (1981), *Credit rationing in markets with imperfect information*, American Economic Review 71, 393–410; L. Arnold and J. Riley (2009), *On the possibility of credit rationing
/// in the Stiglitz–Weiss model*, American Economic Review 99, 2012–2021.
///
/// @param loan what each borrower needs, above 0
/// @param outside what a borrower must expect to keep to want the loan, at least 0
/// @param borrowers from the safest to the riskiest, shares summing to 1
public record CreditMarket(BigFraction loan, BigFraction outside, List<Borrower> borrowers) {

    /// What the bank expects at one repayment.
    ///
    /// @param repayment D
    /// @param applicants who wants the loan
    /// @param demand their share of all borrowers
    /// @param expected what a loan to one of them brings on average
    public record Terms(BigFraction repayment, List<Borrower> applicants, BigFraction demand, BigFraction expected) {

        public Terms {
            Checks.present("repayment", repayment);
            applicants = Checks.notEmpty("applicants", applicants);
            Exact.probability("demand", demand);
            Checks.present("expected", expected);
        }

        @Override
        public String toString() {
            return "repayment " + Fractions.readable(repayment) + ": " + applicants.stream().map(Borrower::name).collect(Collectors.joining(", ")) + " apply, a loan brings "
                    + Fractions.readable(expected);
        }
    }

    /// Who gets a loan when there is money for a share of all borrowers.
    ///
    /// @param terms the bank's best terms
    /// @param served the share of all borrowers who get a loan
    /// @param turnedAway the share who want one at these terms and get none
    public record Rationing(Terms terms, BigFraction served, BigFraction turnedAway) {

        public Rationing {
            Checks.present("terms", terms);
            Exact.probability("served", served);
            Exact.probability("turnedAway", turnedAway);
        }

        /// Whether anybody is turned away.
        public boolean isRationed() {
            return turnedAway.compareTo(BigFraction.ZERO) > 0;
        }

        @Override
        public String toString() {
            return terms + "; " + Fractions.readable(served) + " of all get it, " + Fractions.readable(turnedAway) + " are turned away";
        }
    }

    /// @throws IllegalArgumentException if there are no borrowers, two have the same name, the shares do not sum to exactly 1, the projects are not mean-preserving spreads in some order, or
    ///     the loan is not above 0, the outside option negative, or more than the projects bring
    public CreditMarket {
        Exact.positive("loan", loan);
        Exact.nonNegative("outside", outside);
        borrowers = Checks.notEmpty("borrowers", borrowers).stream().sorted(Comparator.comparing(borrower -> borrower.returns().exactVariance())).toList();
        Checks.distinct("names of the borrowers", borrowers.stream().map(Borrower::name).toList());
        BigFraction sum = borrowers.stream().map(Borrower::share).reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("shares of borrowers must sum to exactly 1, but sum to " + Fractions.format(sum));
        }
        for (int i = 1; i < borrowers.size(); i++) {
            if (MeanPreservingSpread.of(borrowers.get(i - 1).returns(), borrowers.get(i).returns()) instanceof MeanPreservingSpread.NoSpread(String reason)) {
                throw new IllegalArgumentException("returns of borrower " + borrowers.get(i) + " must be a mean-preserving spread of those of " + borrowers.get(i - 1) + ": "
                        + reason);
            }
        }
        BigFraction mean = borrowers.getFirst().returns().exactMean();
        if (outside.compareTo(mean) > 0) {
            throw new IllegalArgumentException("outside must be at most what a project brings, " + Fractions.format(mean) + ", but is " + Fractions.format(outside));
        }
    }

    /// From decimals, each read as the decimal that it prints.
    public static CreditMarket of(double loan, double outside, Borrower... borrowers) {
        return new CreditMarket(Fractions.ofDecimal(Checks.positive("loan", loan)), Fractions.ofDecimal(Checks.nonNegative("outside", outside)),
                List.of(Checks.present("borrowers", borrowers)));
    }

    /// The highest repayment at which each kind still wants the loan, from the safest to the riskiest: it does not fall.
    public List<BigFraction> exits() {
        return borrowers.stream().map(borrower -> borrower.highestRepayment(outside)).toList();
    }

    /// Who applies at this repayment, and what a loan brings.
    ///
    /// @throws IllegalArgumentException if the repayment is negative, or nobody applies at it
    public Terms at(BigFraction repayment) {
        Exact.nonNegative("repayment", repayment);
        List<BigFraction> exits = exits();
        List<Borrower> applicants = new ArrayList<>();
        BigFraction demand = BigFraction.ZERO;
        BigFraction expected = BigFraction.ZERO;
        for (int i = 0; i < borrowers.size(); i++) {
            if (repayment.compareTo(exits.get(i)) <= 0) {
                applicants.add(borrowers.get(i));
                demand = demand.add(borrowers.get(i).share());
                expected = expected.add(borrowers.get(i).share().multiply(borrowers.get(i).repays(repayment)));
            }
        }
        if (applicants.isEmpty()) {
            throw new IllegalArgumentException("repayment must be at most " + Fractions.format(exits.getLast()) + ", where the last borrower leaves, but is "
                    + Fractions.format(repayment));
        }
        return new Terms(repayment, applicants, demand, expected.divide(demand));
    }

    /// The terms at which the bank earns most with money for this share of all borrowers, of equal ones the lowest repayment.
    ///
    /// @throws IllegalArgumentException if the money is not in [0, 1]
    public Terms best(BigFraction money) {
        Exact.probability("money", money);
        return exits().stream().distinct().map(this::at).reduce((a, b) -> profit(b, money).compareTo(profit(a, money)) > 0 ? b : a).orElseThrow();
    }

    /// Who gets a loan when there is money for this share of all borrowers; nobody where a loan brings less than it takes.
    ///
    /// @throws IllegalArgumentException if the money is not in [0, 1]
    public Rationing ration(BigFraction money) {
        Terms terms = best(money);
        BigFraction lent = terms.expected().compareTo(loan) < 0 ? BigFraction.ZERO : money;
        BigFraction served = lent.compareTo(terms.demand()) < 0 ? lent : terms.demand();
        return new Rationing(terms, served, terms.demand().subtract(served));
    }

    /// As [#ration(BigFraction)], for a decimal.
    public Rationing ration(double money) {
        return ration(Fractions.ofDecimal(Checks.probability("money", money)));
    }

    /// Why the bank does not ask for more, with money for this share: what it would earn at each later exit, against what it earns.
    ///
    /// @throws IllegalArgumentException if the money is not in [0, 1]
    public List<Constraint> certificate(BigFraction money) {
        Terms best = best(money);
        return exits().stream().distinct()
                .filter(exit -> exit.compareTo(best.repayment()) > 0)
                .map(exit -> Constraint.exact(Constraint.Kind.INCENTIVE, "profit at " + Fractions.readable(exit) + " ≤ at " + Fractions.readable(best.repayment()),
                        profit(at(exit), money), profit(best, money)))
                .toList();
    }

    private BigFraction profit(Terms terms, BigFraction money) {
        return (money.compareTo(terms.demand()) < 0 ? money : terms.demand()).multiply(terms.expected().subtract(loan));
    }

    /// What not seeing the risks costs a bank with money for all, for each borrower and beyond the loan. With full information each kind pays up to its own exit.
    public AsymmetryCost cost() {
        BigFraction full = borrowers.getFirst().returns().exactMean().subtract(outside).subtract(loan);
        BigFraction fullOrNothing = full.compareTo(BigFraction.ZERO) > 0 ? full : BigFraction.ZERO;
        Terms best = best(BigFraction.ONE);
        BigFraction profit = best.demand().multiply(best.expected().subtract(loan));
        if (profit.compareTo(BigFraction.ZERO) <= 0) {
            return AsymmetryCost.of("bank", fullOrNothing, BigFraction.ZERO, fullOrNothing, BigFraction.ZERO);
        }
        return AsymmetryCost.of("bank", fullOrNothing, best.demand().multiply(full), fullOrNothing, profit);
    }

    @Override
    public String toString() {
        return "loans of " + Fractions.readable(loan) + System.lineSeparator()
                + exits().stream().distinct().map(exit -> at(exit).toString()).collect(Collectors.joining(System.lineSeparator()));
    }
}
