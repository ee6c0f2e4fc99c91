package infogap.disclosure;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import org.apache.commons.math3.fraction.BigFraction;

/// A quality that a seller may prove or keep silent.
///
/// @param name of the quality
/// @param share of sellers that have it, above 0
/// @param value what a buyer who knows it pays
public record Grade(String name, BigFraction share, BigFraction value) {

    public Grade {
        Checks.text("name", name);
        Exact.positive("share", share);
        Checks.present("value", value);
    }

    /// Each number as a text such as "1/3" or "0.25".
    public static Grade of(String name, String share, String value) {
        return new Grade(name, Exact.number("share", share), Exact.number("value", value));
    }
}
