package infogap.gap.privacy;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import java.util.List;

/// Warner's randomised response: answer truthfully with probability `p`, otherwise give each other answer with the same probability.
///
/// It is `ε`-differentially private with `ε = log(p (n−1) / (1−p))` for `n` answers: `p = 0.9` of two answers is `ε = log 9`.
///
/// Source: S. L. Warner (1965), *Randomized response*, JASA 60, 63–69.
public final class RandomizedResponse {

    private RandomizedResponse() {}

    /// The channel with this probability of the truth.
    ///
    /// @throws IllegalArgumentException if there are fewer than two answers, an answer stands twice, or the probability is below 1/n or above 1
    public static <X> Channel<X, X> ofTruthfulness(List<X> answers, double truthful) {
        List<X> checked = Checks.distinct("answers", answers);
        Checks.atLeast("number of answers", checked.size(), 2);
        Checks.inRange("truthful", truthful, 1.0 / checked.size(), 1);
        double[][] matrix = new double[checked.size()][checked.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = i == j ? truthful : Fractions.complement(truthful) / (matrix.length - 1);
            }
        }
        return Channel.of(checked, checked, matrix);
    }

    /// The most informative channel of this form that is `ε`-differentially private: `p = e^ε / (e^ε + n − 1)`.
    ///
    /// @throws IllegalArgumentException if ε is negative, NaN or infinite, there are fewer than two answers, or one stands twice
    public static <X> Channel<X, X> ofEpsilon(List<X> answers, double epsilon) {
        Checks.nonNegative("epsilon", epsilon);
        int others = Checks.distinct("answers", answers).size() - 1;
        return ofTruthfulness(answers, Math.max(1.0 / (others + 1), 1 / (1 + others * Math.exp(-epsilon))));
    }
}
