package infogap.signaling.lemons;

import infogap.numeric.Checks;
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
        requireSign("share", share, 1);
        requireSign("sellerValue", sellerValue, 0);
        requireSign("buyerValue", buyerValue, 0);
    }

    /// From decimals, each read as the decimal that it prints.
    public static Grade of(String name, double share, double sellerValue, double buyerValue) {
        return new Grade(name, Fractions.ofDecimal(Checks.probability("share", share)),
                Fractions.ofDecimal(Checks.nonNegative("sellerValue", sellerValue)),
                Fractions.ofDecimal(Checks.nonNegative("buyerValue", buyerValue)));
    }

    private static void requireSign(String argument, BigFraction value, int least) {
        if (Checks.present(argument, value).compareTo(BigFraction.ZERO) < least) {
            throw new IllegalArgumentException(
                    argument + " must be " + (least == 0 ? "at least 0" : "above 0") + ", but is " + Fractions.format(value));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
