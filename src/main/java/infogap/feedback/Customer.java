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

    /// The name as it is stored: in Unicode's composed normal form (NFC), with plain single spaces and none around it.
    ///
    /// @throws IllegalArgumentException if it is blank, too long, not one line of text, or holds characters that cannot be seen
    ///                                  (zero width, changes of direction): two customers must not look like one
    public static String checkedName(String name) {
        return Texts.line("name", name, LONGEST_NAME);
    }

    /// The name that is left when what [#checkedName] refuses is left out; empty when nothing is. For what was stored before it was refused.
    public static String repairedName(String name) {
        return Texts.repairedLine(name, LONGEST_NAME);
    }

    /// What a search by name compares: the text without case, accents and other variants of writing.
    public static String searchKey(String text) {
        return Texts.folded(Checks.present("text", text));
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
