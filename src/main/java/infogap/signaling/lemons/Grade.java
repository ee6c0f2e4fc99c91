package infogap.signaling.lemons;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A quality that sellers know and buyers do not.
///
/// @param name what it is called
/// @param share the share of sellers who have it, above 0
/// @param sellerValue r, the least price at which they sell
/// @param buyerValue b, what it is worth to a buyer
public record Grade(String name, BigFraction share, BigFraction sellerValue, BigFraction buyerValue) {

    public Grade {
        Checks.text("name", name);
        Exact.positive("share", share);
        Exact.nonNegative("sellerValue", sellerValue);
        Exact.nonNegative("buyerValue", buyerValue);
    }

    /// From decimals, each read as the decimal that it prints.
    public static Grade of(String name, double share, double sellerValue, double buyerValue) {
        return new Grade(name, Fractions.ofDecimal(Checks.probability("share", share)),
                Fractions.ofDecimal(Checks.nonNegative("sellerValue", sellerValue)),
                Fractions.ofDecimal(Checks.nonNegative("buyerValue", buyerValue)));
    }

    /// From texts, for numbers that no decimal can hold.
    ///
    ///     Grade.of("good", "1/3", "5", "9")
    public static Grade of(String name, String share, String sellerValue, String buyerValue) {
        return new Grade(name, Exact.number("share", share), Exact.number("sellerValue", sellerValue), Exact.number("buyerValue", buyerValue));
    }

    @Override
    public String toString() {
        return name;
    }
}
