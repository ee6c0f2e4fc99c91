package infogap.contracts.screening;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/// A menu of qualities and prices in doubles, an offer for each type of a [ScreeningProgramme], types numbered from 0 in ascending order of taste.
public final class NumericMenu {

    /// Two sides of a constraint count as equal when they differ by no more than this part of the largest price.
    public static final double TOLERANCE = 1e-11;

    private static final int SHOWN = 8;

    private final ScreeningProgramme problem;
    private final double[] qualities;
    private final double[] prices;

    NumericMenu(ScreeningProgramme problem, double[] qualities, double[] prices) {
        this.problem = problem;
        this.qualities = qualities;
        this.prices = prices;
    }

    /// With the prices at which every downward constraint binds: t_i = t_{i−1} + u(θ_i, q_i) − u(θ_i, q_{i−1}).
    NumericMenu(ScreeningProgramme problem, double[] qualities) {
        this(problem, qualities, new double[qualities.length]);
        CompensatedSum price = new CompensatedSum();
        for (int i = 0; i < qualities.length; i++) {
            double before = i == 0 ? 0 : qualities[i - 1];
            if (qualities[i] != before) {
                price.add(problem.worth(i, qualities[i]));
                price.add(-problem.worth(i, before));
            }
            prices[i] = price.value();
        }
    }

    /// What it is an answer to.
    public ScreeningProgramme problem() {
        return problem;
    }

    /// How many types there are.
    public int size() {
        return qualities.length;
    }

    /// q.
    ///
    /// @throws IllegalArgumentException if there is no such type
    public double quality(int type) {
        return qualities[Checks.position("type", type, size())];
    }

    /// t.
    ///
    /// @throws IllegalArgumentException if there is no such type
    public double price(int type) {
        return prices[Checks.position("type", type, size())];
    }

    /// u(θ, q) − t.
    ///
    /// @throws IllegalArgumentException if there is no such type
    public double rent(int type) {
        return problem.worth(Checks.position("type", type, size()), qualities[type]) - prices[type];
    }

    /// What the seller earns from the average customer.
    public double profit() {
        return average(i -> prices[i] - problem.costOf(qualities[i]));
    }

    /// What the average customer keeps.
    public double rents() {
        return average(this::rent);
    }

    /// What both gain together.
    public double surplus() {
        return average(i -> problem.worth(i, qualities[i]) - problem.costOf(qualities[i]));
    }

    /// What not knowing the types costs the seller, for the menu that is best without.
    public AsymmetryCost cost() {
        NumericMenu known = problem.fullInformation();
        return new AsymmetryCost("seller", known.surplus(), surplus(), known.profit(), profit());
    }

    /// Participation of the lowest type, and incentives and monotone qualities between neighbours; with single crossing these imply all others.
    public List<Constraint> constraints() {
        double tolerance = TOLERANCE * largestPrice();
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(Constraint.rounded(Constraint.Kind.PARTICIPATION, "0 ≤ rent of type 0", 0, rent(0), tolerance));
        for (int i = 1; i < size(); i++) {
            constraints.add(incentive(i, i - 1, tolerance));
            constraints.add(incentive(i - 1, i, tolerance));
            constraints.add(Constraint.rounded(Constraint.Kind.MONOTONICITY, "q of type " + (i - 1) + " ≤ q of type " + i,
                    qualities[i - 1], qualities[i], 0));
        }
        return constraints;
    }

    private Constraint incentive(int own, int other, double tolerance) {
        return Constraint.rounded(Constraint.Kind.INCENTIVE, "type " + own + " as type " + other + " ≤ as itself",
                problem.worth(own, qualities[other]) - prices[other], rent(own), tolerance);
    }

    private double largestPrice() {
        double largest = 0;
        for (double price : prices) {
            largest = Math.max(largest, Math.abs(price));
        }
        return largest;
    }

    private double average(IntToDoubleFunction of) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < size(); i++) {
            sum.add(problem.share(i) * of.applyAsDouble(i));
        }
        return sum.value();
    }

    /// The first types, and what seller and customers gain.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%6s %12s %12s %12s %12s %12s%n", "type", "share", "taste", "quality", "price", "rent"));
        for (int i = 0; i < Math.min(SHOWN, size()); i++) {
            text.append(String.format(Locale.ROOT, "%6d %12.6g %12.6g %12.6g %12.6g %12.6g%n",
                    i, problem.share(i), problem.taste(i), qualities[i], prices[i], rent(i)));
        }
        if (size() > SHOWN) {
            text.append("   … ").append(size() - SHOWN).append(" more\n");
        }
        return text.append(String.format(Locale.ROOT, "profit %.6g, rents %.6g, surplus %.6g", profit(), rents(), surplus())).toString();
    }
}
