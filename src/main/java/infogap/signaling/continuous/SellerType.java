package infogap.signaling.continuous;

import infogap.numeric.Checks;
import java.util.function.DoubleUnaryOperator;

/// A type of seller.
///
/// @param name what it is called
/// @param value what it is worth to buyers, in money
/// @param cost what a signal of a level costs it, in money: finite and increasing from level 0 on
public record SellerType(String name, double value, DoubleUnaryOperator cost) {

    /// Levels at which it is looked up whether a cost function rises.
    static final int PROBES = 256;

    public SellerType {
        Checks.text("name", name);
        Checks.finite("value", value);
        Checks.present("cost", cost);
    }

    /// A type whose signal costs `unitCost` for each unit of its level.
    public static SellerType linear(String name, double value, double unitCost) {
        Checks.positive("unitCost", unitCost);
        return new SellerType(name, value, level -> unitCost * level);
    }

    /// What a signal of this level costs.
    ///
    /// @throws IllegalArgumentException if the cost function gives NaN or an infinity
    public double costOf(double level) {
        double price = cost.applyAsDouble(Checks.nonNegative("level", level));
        return Double.isFinite(price) ? price : Checks.finite("cost of " + name + " at level " + level, price);
    }

    /// Looks at the cost at [#PROBES] levels up to this one.
    ///
    /// @throws IllegalArgumentException if it falls somewhere, or the signal costs no more at the end than at level 0
    void requireRisingCost(double maximalLevel) {
        double before = costOf(0);
        if (!(costOf(maximalLevel) > before)) {
            throw Checks.refused("cost of " + name + " at level " + maximalLevel, costOf(maximalLevel), "above that of level 0, " + before);
        }
        for (int i = 1; i <= PROBES; i++) {
            double level = i == PROBES ? maximalLevel : maximalLevel * i / PROBES;
            double here = costOf(level);
            if (here < before) {
                throw Checks.refused("cost of " + name + " at level " + level, here, "at least that of a lower level, " + before);
            }
            before = here;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
