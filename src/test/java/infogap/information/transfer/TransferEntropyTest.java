package infogap.information.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransferEntropyTest {

    private static final double FEW_ROUNDINGS = 1e-12;

    /// Y repeats what X was: X's last bit tells all of Y's next one. 1 − h(0.1) bits if one copy in ten is wrong: 0.531004406410719.
    @Test
    void aDelayedCopyTellsABit() {
        List<Integer> source = bits(new SplittableRandom(111), 4000);
        List<Integer> copy = delayed(source, new SplittableRandom(112), 0);
        // the estimate counts the bits of this source, of which a few more than half may be equal
        assertEquals(1, TransferEntropy.of(source, copy, 1, 1, Unit.BITS).value(), 0.002);
        List<Integer> noisy = delayed(source, new SplittableRandom(113), 0.1);
        assertEquals(0.531004406410719, TransferEntropy.of(source, noisy, 1, 1, Unit.BITS).value(), 0.02);
        assertTrue(TransferEntropy.of(noisy, source, 1, 1, Unit.BITS).value() < 0.002, "and nothing flows back");
    }

    /// By hand: the transitions of x = 0,0,1,1,0,1 and y = 0,0,0,1,1,0 are (y′; x, y) = (0;0,0), (0;0,0), (1;1,0), (1;1,1), (0;0,1): after y = 0 the next is
    /// 0, 0, 1 and x tells it: h(1/3) bits; after y = 1 it is 1, 0 and x tells it: 1 bit. 3/5·h(1/3) + 2/5 = 0.950977500432694.
    @Test
    void fiveTransitionsByHand() {
        var transfer = TransferEntropy.of(List.of(0, 0, 1, 1, 0, 1), List.of(0, 0, 0, 1, 1, 0), 1, 1, Unit.BITS);
        assertEquals(5, transfer.next().size());
        assertEquals(0.950977500432694, transfer.value(), FEW_ROUNDINGS);
    }

    /// XOR of the last two of X: one step of the past tells nothing, two tell all.
    @Test
    void aLongerHistoryTellsMore() {
        List<Integer> source = bits(new SplittableRandom(114), 4000);
        List<Integer> target = new ArrayList<>(List.of(0, 0));
        for (int t = 2; t < source.size(); t++) {
            target.add(source.get(t - 1) ^ source.get(t - 2));
        }
        assertTrue(TransferEntropy.of(source, target, 1, 1, Unit.BITS).value() < 0.01);
        assertEquals(1, TransferEntropy.of(source, target, 2, 1, Unit.BITS).value(), 0.01);
    }

    @Test
    void chanceIsToldFromTransfer() {
        List<Integer> source = bits(new SplittableRandom(115), 300);
        List<Integer> copy = delayed(source, new SplittableRandom(116), 0.3);
        assertEquals(1.0 / 200, TransferEntropy.of(source, copy, 1, 1, Unit.NATS).significance(199, new SplittableRandom(117)).pValue());
        // under independence p is uniform: of 200 tests at 10 % as many reject as chance allows, within three standard deviations
        int rejected = 0;
        SplittableRandom random = new SplittableRandom(118);
        for (int test = 0; test < 200; test++) {
            var transfer = TransferEntropy.of(bits(random, 100), bits(random, 100), 1, 1, Unit.NATS);
            rejected += transfer.significance(99, random).pValue() <= 0.1 ? 1 : 0;
        }
        assertEquals(20, rejected, 3 * Math.sqrt(200 * 0.1 * 0.9));
        var constant = TransferEntropy.of(source, Collections.nCopies(300, 1), 1, 1, Unit.NATS);
        assertEquals(0, constant.value());
        assertEquals(1, constant.significance(9, random).pValue());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        List<Integer> x = List.of(0, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> TransferEntropy.of(x, List.of(1), 1, 1, Unit.BITS));
        assertThrows(IllegalArgumentException.class, () -> TransferEntropy.of(x, x, 0, 1, Unit.BITS));
        assertThrows(IllegalArgumentException.class, () -> TransferEntropy.of(x, x, 3, 1, Unit.BITS));
        assertThrows(IllegalArgumentException.class, () -> TransferEntropy.of(x, x, 1, 1, null));
        assertThrows(IllegalArgumentException.class, () -> TransferEntropy.of(x, x, 1, 1, Unit.BITS).significance(0, new SplittableRandom(1)));
    }

    private static List<Integer> bits(SplittableRandom random, int length) {
        List<Integer> bits = new ArrayList<>();
        for (int t = 0; t < length; t++) {
            bits.add(random.nextInt(2));
        }
        return bits;
    }

    /// Each symbol the one before of the source, wrong with this probability.
    private static List<Integer> delayed(List<Integer> source, SplittableRandom random, double wrong) {
        List<Integer> copy = new ArrayList<>(List.of(0));
        for (int t = 1; t < source.size(); t++) {
            copy.add(random.nextDouble() < wrong ? 1 - source.get(t - 1) : source.get(t - 1));
        }
        return copy;
    }
}
