package infogap.contracts.screening;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The weighted isotonic regression of virtual values, by pooling adjacent violators: each pool gets its average.
///
/// Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner and H. D. Brunk (1972), *Statistical Inference under Order Restrictions*, chapter 1; as ironing in
/// R. B. Myerson (1981), *Optimal auction design*, Mathematics of Operations Research 6, 58–73.
final class Ironing {

    private record Pool(BigFraction sum, BigFraction weight, int members) {

        Pool with(Pool next) {
            return new Pool(sum.add(next.sum), weight.add(next.weight), members + next.members);
        }

        BigFraction average() {
            return sum.divide(weight);
        }
    }

    private Ironing() {}

    /// The non-decreasing values nearest to these in the weighted squares.
    ///
    /// @param weights above 0
    static List<BigFraction> ironed(List<BigFraction> values, List<BigFraction> weights) {
        Deque<Pool> pools = new ArrayDeque<>();
        for (int i = 0; i < values.size(); i++) {
            Pool pool = new Pool(values.get(i).multiply(weights.get(i)), weights.get(i), 1);
            while (!pools.isEmpty() && pools.getLast().average().compareTo(pool.average()) >= 0) {
                pool = pools.removeLast().with(pool);
            }
            pools.addLast(pool);
        }
        List<BigFraction> ironed = new ArrayList<>();
        for (Pool pool : pools) {
            BigFraction average = pool.average();
            for (int i = 0; i < pool.members; i++) {
                ironed.add(average);
            }
        }
        return ironed;
    }
}
