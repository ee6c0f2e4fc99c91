package infogap.disclosure;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// Cheap talk (空谈) about a number that is uniform on [0, 1] when the receiver wants to know it and the sender wants to be taken for more by the bias `b`.
///
/// The receiver loses `(a − θ)²` by the action `a`, the sender `(a − θ − b)²`. In an equilibrium the sender tells in which of N intervals θ lies, with the
/// cuts
///
///     a(i) = i/N + 2b·i(i − N),   possible iff 2N(N − 1)b < 1,
///
/// and the receiver does the middle of the interval. The receiver then loses `1/(12N²) + b²(N² − 1)/3`, the sender `b²` more; both prefer more intervals.
///
///     UniformTalk.of(0.1).mostIntervals()     // 2, with the cut 3/10
///
/// Source: V. P. Crawford and J. Sobel (1982), *Strategic information transmission*, Econometrica 50, 1431–1451, section 4.
///
/// @param bias `b > 0`
public record UniformTalk(BigFraction bias) {

    /// @throws IllegalArgumentException if the bias is not above 0; without a bias everything can be told, in no finite number of intervals
    public UniformTalk {
        Exact.positive("bias", bias);
    }

    /// A bias read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if it is not above 0 and finite
    public static UniformTalk of(double bias) {
        return new UniformTalk(Fractions.ofDecimal(Checks.positive("bias", bias)));
    }

    /// An equilibrium: the cuts between the intervals and what each side loses.
    ///
    /// @param intervals N
    /// @param cuts the N − 1 cuts, ascending
    /// @param receiverLoss the expected loss of the receiver
    /// @param senderLoss the expected loss of the sender
    public record Partition(int intervals, List<BigFraction> cuts, BigFraction receiverLoss, BigFraction senderLoss) {
        public Partition {
            cuts = List.copyOf(Checks.present("cuts", cuts));
        }

        /// 0, the cuts, 1.
        public List<BigFraction> ends() {
            List<BigFraction> ends = new ArrayList<>(cuts);
            ends.addFirst(BigFraction.ZERO);
            ends.add(BigFraction.ONE);
            return List.copyOf(ends);
        }

        /// What the receiver does after each message: the middle of the interval.
        public List<BigFraction> actions() {
            List<BigFraction> actions = new ArrayList<>();
            for (int i = 0; i < intervals; i++) {
                actions.add(ends().get(i).add(ends().get(i + 1)).divide(2));
            }
            return List.copyOf(actions);
        }

        /// What the message tells of θ: the entropy of the interval that it lies in, in bits.
        public double bits() {
            double bits = 0;
            for (int i = 0; i < intervals; i++) {
                BigFraction width = ends().get(i + 1).subtract(ends().get(i));
                bits -= Fractions.toDouble(width) * Fractions.log(width) / Math.log(2);
            }
            return bits + 0.0;
        }

        @Override
        public String toString() {
            return intervals + (intervals == 1 ? " interval, nothing is told" : " intervals, cuts " + String.join(", ", cuts.stream().map(Fractions::readable).toList()))
                    + "; the receiver loses " + Fractions.readable(receiverLoss) + ", the sender " + Fractions.readable(senderLoss);
        }
    }

    /// The largest N with `2N(N − 1)b < 1`: how many messages are believed at most.
    ///
    /// @throws ArithmeticException if there are more than two thousand million
    public int mostIntervals() {
        // 2N(N − 1)b < 1 iff (2N − 1)² < 1 + 2/b
        BigFraction square = BigFraction.ONE.add(new BigFraction(2).divide(bias));
        BigInteger root = square.getNumerator().divide(square.getDenominator()).sqrt();
        BigInteger most = root.add(BigInteger.ONE).shiftRight(1);
        while (!exists(most)) {
            most = most.subtract(BigInteger.ONE);
        }
        return most.intValueExact();
    }

    /// The equilibrium with this many intervals.
    ///
    /// @throws IllegalArgumentException if there is none
    public Partition partition(int intervals) {
        Checks.atLeast("intervals", intervals, 1);
        if (!exists(BigInteger.valueOf(intervals))) {
            throw new IllegalArgumentException(
                    "intervals must be at most " + mostIntervals() + " for the bias " + Fractions.readable(bias) + ", but is " + intervals);
        }
        List<BigFraction> cuts = new ArrayList<>();
        for (int i = 1; i < intervals; i++) {
            cuts.add(Fractions.of(i, intervals).add(bias.multiply(2 * i).multiply(i - intervals)));
        }
        BigFraction square = new BigFraction(intervals).multiply(intervals);
        BigFraction loss = BigFraction.ONE.divide(square.multiply(12))
                .add(bias.multiply(bias).multiply(square.subtract(BigFraction.ONE)).divide(3));
        return new Partition(intervals, cuts, loss, loss.add(bias.multiply(bias)));
    }

    /// The equilibrium that tells most, which both sides prefer before θ is known.
    public Partition mostInformative() {
        return partition(mostIntervals());
    }

    /// 1/12: what the receiver loses when nothing is told.
    public static BigFraction lossWithoutTalk() {
        return Fractions.of(1, 12);
    }

    /// The part of the receiver's loss that talk closes at best: `1 − 12·loss`.
    public BigFraction shareClosed() {
        return BigFraction.ONE.subtract(mostInformative().receiverLoss().multiply(12));
    }

    private boolean exists(BigInteger intervals) {
        BigFraction product = new BigFraction(intervals.multiply(intervals.subtract(BigInteger.ONE)).shiftLeft(1));
        return product.multiply(bias).compareTo(BigFraction.ONE) < 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "bias %s: at most %d intervals", Fractions.readable(bias), mostIntervals()));
        for (int n = 1; n <= Math.min(10, mostIntervals()); n++) {
            text.append(System.lineSeparator()).append(partition(n));
        }
        return text.toString();
    }
}
