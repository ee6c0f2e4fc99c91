package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A semi-separating equilibrium (半分离均衡) of a [ManyTypesGame]: types with a lower cost than the mixing one signal, those with a higher one do not.
///
/// The mixing type, of share `s`, value `v` and cost `c`, signals with the probability `p` that makes it indifferent. With the shares `W` and the worths `V` of those
/// who signal (1) and who do not (0) for certain,
///
///     (V₁ + psv)/(W₁ + ps) − (V₀ + (1−p)sv)/(W₀ + (1−p)s) = c,
///
/// a quadratic equation in `p`, linear where `c = 0` or one of the messages is sent by the mixing type alone. A solution is a fraction or irrational.
///
/// @param game the game it is an equilibrium of
/// @param mixing the type that mixes
/// @param signals the probability with which it signals
public record MixedEquilibrium(ManyTypesGame game, Quality mixing, Probability signals) {

    /// How finely an irrational probability is enclosed: the denominator of both ends, as a power of two.
    private static final int ENCLOSURE_BITS = 80;

    /// A probability strictly between 0 and 1.
    public sealed interface Probability {

        /// The nearest double; the middle where every probability will do.
        double toDouble();
    }

    /// A fraction.
    public record Rational(BigFraction value) implements Probability {

        public Rational {
            Exact.share("value", value);
        }

        @Override
        public double toDouble() {
            return Fractions.toDouble(value);
        }

        @Override
        public String toString() {
            return Fractions.readable(value);
        }
    }

    /// An irrational root of the quadratic equation.
    ///
    /// @param enclosure an interval of fractions that holds it and no other root
    public record Irrational(Interval enclosure) implements Probability {

        public Irrational {
            Checks.present("enclosure", enclosure);
        }

        @Override
        public double toDouble() {
            return Fractions.toDouble(enclosure.sample());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6f… (irrational)", toDouble());
        }
    }

    /// Every probability between 0 and 1: the mixing type moves neither price, or both alike.
    public record Any() implements Probability {

        @Override
        public double toDouble() {
            return 0.5;
        }

        @Override
        public String toString() {
            return "any p in (0, 1)";
        }
    }

    public MixedEquilibrium {
        Checks.present("game", game);
        Checks.present("signals", signals);
        if (!game.types().contains(Checks.present("mixing", mixing))) {
            throw new IllegalArgumentException("mixing must be a type of the game " + game.types() + ", but is " + mixing);
        }
    }

    /// All equilibria in which this type mixes, given that no other has its cost.
    static List<MixedEquilibrium> of(ManyTypesGame game, Quality mixing) {
        BigFraction[] equation = equation(game, mixing);
        return roots(equation[0], equation[1], equation[2]).stream().map(root -> new MixedEquilibrium(game, mixing, root)).toList();
    }

    /// The types that signal for certain.
    public List<Quality> signalers() {
        return game.types().stream().filter(type -> type.cost().compareTo(mixing.cost()) < 0).toList();
    }

    /// What buyers pay after this message when the mixing type signals with this probability.
    public BigFraction price(Signal signal, BigFraction probability) {
        boolean sent = Checks.present("signal", signal) == Signal.SENT;
        BigFraction part = Exact.share("probability", probability);
        BigFraction mass = (sent ? part : BigFraction.ONE.subtract(part)).multiply(mixing.share());
        BigFraction worth = mass.multiply(mixing.value());
        for (Quality type : game.types()) {
            int order = type.cost().compareTo(mixing.cost());
            if (sent ? order < 0 : order > 0) {
                mass = mass.add(type.share());
                worth = worth.add(type.share().multiply(type.value()));
            }
        }
        return worth.divide(mass);
    }

    /// What buyers pay after this message, to the nearest double.
    public double price(Signal signal) {
        BigFraction probability = switch (signals) {
            case Rational(BigFraction value) -> value;
            case Irrational(Interval enclosure) -> enclosure.sample();
            case Any _ -> new BigFraction(1, 2);
        };
        return Fractions.toDouble(price(signal, probability));
    }

    /// `a`, `b`, `c` of `a p² + b p + c = 0`, the equation times both denominators.
    private static BigFraction[] equation(ManyTypesGame game, Quality mixing) {
        BigFraction s = mixing.share();
        BigFraction sv = s.multiply(mixing.value());
        BigFraction w1 = BigFraction.ZERO;
        BigFraction v1 = BigFraction.ZERO;
        BigFraction w0 = s;
        BigFraction v0 = sv;
        for (Quality type : game.types()) {
            int order = type.cost().compareTo(mixing.cost());
            BigFraction worth = type.share().multiply(type.value());
            if (order < 0) {
                w1 = w1.add(type.share());
                v1 = v1.add(worth);
            } else if (order > 0) {
                w0 = w0.add(type.share());
                v0 = v0.add(worth);
            }
        }
        // (v1 + p sv)(w0 − p s) − (v0 − p sv)(w1 + p s) − c (w1 + p s)(w0 − p s); the squares of the first two products cancel
        BigFraction c = mixing.cost();
        return new BigFraction[] {
            c.multiply(s).multiply(s),
            sv.multiply(w0.add(w1)).subtract(s.multiply(v1.add(v0))).subtract(c.multiply(s).multiply(w0.subtract(w1))),
            v1.multiply(w0).subtract(v0.multiply(w1)).subtract(c.multiply(w1).multiply(w0))
        };
    }

    /// The roots of `a p² + b p + c = 0` strictly between 0 and 1.
    static List<Probability> roots(BigFraction a, BigFraction b, BigFraction c) {
        List<Probability> roots = new ArrayList<>();
        if (a.equals(BigFraction.ZERO)) {
            if (b.equals(BigFraction.ZERO)) {
                return c.equals(BigFraction.ZERO) ? List.of(new Any()) : List.of();
            }
            addInside(roots, c.negate().divide(b));
            return roots;
        }
        BigFraction middle = b.negate().divide(a.multiply(2));
        BigFraction radicand = middle.multiply(middle).subtract(c.divide(a));
        if (radicand.getNumerator().signum() < 0) {
            return roots;
        }
        // √(n/d) = √(nd)/d
        BigInteger d = radicand.getDenominator();
        BigInteger product = radicand.getNumerator().multiply(d);
        BigInteger root = product.sqrt();
        if (root.multiply(root).equals(product)) {
            BigFraction half = new BigFraction(root, d);
            addInside(roots, middle.subtract(half));
            if (root.signum() > 0) {
                addInside(roots, middle.add(half));
            }
            return roots;
        }
        addEnclosed(roots, middle, product, d, -1);
        addEnclosed(roots, middle, product, d, 1);
        return roots;
    }

    private static void addInside(List<Probability> roots, BigFraction root) {
        if (root.compareTo(BigFraction.ZERO) > 0 && root.compareTo(BigFraction.ONE) < 0) {
            roots.add(new Rational(root));
        }
    }

    /// `middle ± √product / d`, enclosed ever more finely until it lies on one side of 0 and of 1, neither of which an irrational number is.
    private static void addEnclosed(List<Probability> roots, BigFraction middle, BigInteger product, BigInteger d, int sign) {
        for (int bits = ENCLOSURE_BITS;; bits *= 2) {
            BigInteger below = product.shiftLeft(2 * bits).sqrt();
            BigInteger scale = d.shiftLeft(bits);
            BigFraction near = middle.add(new BigFraction(sign > 0 ? below : below.add(BigInteger.ONE).negate(), scale));
            Interval enclosure = Interval.open(near, near.add(new BigFraction(BigInteger.ONE, scale)));
            BigFraction high = enclosure.high().orElseThrow();
            boolean outside = high.compareTo(BigFraction.ZERO) <= 0 || near.compareTo(BigFraction.ONE) >= 0;
            if (near.compareTo(BigFraction.ZERO) >= 0 && high.compareTo(BigFraction.ONE) <= 0) {
                roots.add(new Irrational(enclosure));
                return;
            }
            if (outside) {
                return;
            }
        }
    }

    @Override
    public String toString() {
        List<Quality> certain = signalers();
        String others = certain.isEmpty() ? "" : certain.stream().map(Quality::name).collect(Collectors.joining(", ")) + " signal, ";
        String prices = signals instanceof Rational(BigFraction value)
                ? "price " + Fractions.readable(price(Signal.SENT, value)) + " with the signal, "
                        + Fractions.readable(price(Signal.NOT_SENT, value)) + " without"
                : String.format(Locale.ROOT, "price %.6g with the signal, %.6g without", price(Signal.SENT), price(Signal.NOT_SENT));
        return others + mixing.name() + " signals with probability " + signals + ": " + prices;
    }
}
