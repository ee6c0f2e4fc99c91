package infogap.signaling.continuous;

import infogap.numeric.Checks;
import java.util.function.DoubleUnaryOperator;

/// A type of seller.
///
/// @param name what it is called
/// @param value what it is worth to buyers, in money
/// @param cost what a signal of a level costs it, in money: finite and increasing from level 0 on
public record SellerType(String name, double value, DoubleUnaryOperator cost) {

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

    @Override
    public String toString() {
        return name;
    }
}
