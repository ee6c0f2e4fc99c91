package infogap.information;

import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.List;

/// Small distributions of bits whose information is known by heart; documentation and tests share them.
public final class CanonicalDistributions {

    private static final List<Integer> BIT = List.of(0, 1);

    private CanonicalDistributions() {}

    /// Two fair independent bits and `Z = X xor Y`: any two are independent, `I(X; Y) = 0`, yet `I(X; Y | Z) = 1` bit. Synergy:
    /// the co-information is −1 bit.
    public static TripleDistribution<Integer, Integer, Integer> xor() {
        return TripleDistribution.of(Distribution.uniform(BIT), List.of(
                JointDistribution.of(BIT, BIT, new double[][] {{0.5, 0}, {0, 0.5}}),
                JointDistribution.of(BIT, BIT, new double[][] {{0, 0.5}, {0.5, 0}})));
    }

    /// One fair bit seen three times: `I(X; Y) = 1` bit, `I(X; Y | Z) = 0`. Redundancy: the co-information is +1 bit.
    public static TripleDistribution<Integer, Integer, Integer> giantBit() {
        return TripleDistribution.of(Distribution.uniform(BIT), List.of(
                JointDistribution.of(BIT, BIT, new double[][] {{1, 0}, {0, 0}}),
                JointDistribution.of(BIT, BIT, new double[][] {{0, 0}, {0, 1}})));
    }

    /// Two fair independent bits: `H(Y | X) = 1` bit and `I(X; Y) = 0`.
    public static JointDistribution<Integer, Integer> independentBits() {
        return JointDistribution.independent(Distribution.uniform(BIT), Distribution.uniform(BIT));
    }
}
