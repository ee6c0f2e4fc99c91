package infogap.contracts.screening;

import infogap.numeric.Checks;
import org.apache.commons.math3.fraction.BigFraction;

/// What a menu holds for one type.
///
/// @param type the type that it is meant for
/// @param quality q ≥ 0; 0 where the type is not served
/// @param price t, in money
/// @param firstBest the quality of full information
public record Offer(CustomerType type, BigFraction quality, BigFraction price, BigFraction firstBest) {

    public Offer {
        Checks.present("type", type);
        Checks.present("quality", quality);
        Checks.present("price", price);
        Checks.present("firstBest", firstBest);
    }

    /// θq − t, what is left to the type: its information rent (信息租金).
    public BigFraction rent() {
        return worthTo(type).subtract(price);
    }

    /// How far the quality is from that of full information.
    public BigFraction distortion() {
        return firstBest.subtract(quality);
    }

    /// Whether the type gets anything.
    public boolean isServed() {
        return quality.compareTo(BigFraction.ZERO) > 0;
    }

    /// θq for a type that takes this offer.
    public BigFraction worthTo(CustomerType other) {
        return Checks.present("other", other).taste().multiply(quality);
    }
}
