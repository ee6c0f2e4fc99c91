package infogap.feedback;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import org.apache.commons.math3.fraction.BigFraction;

/// A customer: who, and how far trusted before any feedback.
///
/// @param id           the database's number, at least 1
/// @param name         one line of at most [#LONGEST_NAME] characters, unique in its database
/// @param initialTrust a decimal in [0, 1] with at most [#DECIMALS] decimal places, kept exactly
public record Customer(long id, String name, BigDecimal initialTrust) {

    /// Characters in a name, at most.
    public static final int LONGEST_NAME = 80;

    /// Decimal places of an initial trust, at most.
    public static final int DECIMALS = 6;

    /// @throws IllegalArgumentException if a component is not as described
    public Customer {
        Checks.atLeast("customer id", id, 1L);
        name = checkedName(name);
        initialTrust = checkedTrust(initialTrust);
    }

    /// The name without surrounding white space.
    ///
    /// @throws IllegalArgumentException if it is blank, too long or not one line of text
    public static String checkedName(String name) {
        return Texts.line("name", name, LONGEST_NAME);
    }

    /// The trust without trailing zeros.
    ///
    /// @throws IllegalArgumentException if it is outside [0, 1] or has too many decimal places
    public static BigDecimal checkedTrust(BigDecimal trust) {
        Checks.present("initialTrust", trust);
        // the scale comes first: comparing 1e-999999999 with 1 would write all its digits out
        if (trust.scale() > 100 || trust.scale() < -100 || trust.signum() < 0 || trust.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("initialTrust must be a number in [0, 1], but is " + trust);
        }
        BigDecimal shortest = trust.stripTrailingZeros();
        if (shortest.scale() > DECIMALS) {
            throw new IllegalArgumentException(
                    "initialTrust must have at most " + DECIMALS + " decimal places, but is " + shortest.toPlainString());
        }
        return shortest;
    }

    /// The initial trust as a fraction: 0.3 is 3/10.
    public BigFraction initialFraction() {
        return Fractions.ofDecimal(initialTrust);
    }

    /// `Alice (1), initial trust 0.3`.
    @Override
    public String toString() {
        return name + " (" + id + "), initial trust " + initialTrust.toPlainString();
    }
}
