package infogap.gap.privacy;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import java.util.Arrays;
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
        return response(checked, truthful, Fractions.complement(truthful) / (checked.size() - 1));
    }

    /// The most informative channel of this form that is `ε`-differentially private: `p = e^ε / (e^ε + n − 1)`, and `e^−ε p` for each other answer,
    /// which is rounded to more privacy, not to less.
    ///
    /// @throws IllegalArgumentException if ε is negative, NaN or infinite, there are fewer than two answers, or one stands twice
    public static <X> Channel<X, X> ofEpsilon(List<X> answers, double epsilon) {
        Checks.nonNegative("epsilon", epsilon);
        List<X> checked = Checks.distinct("answers", answers);
        int others = Checks.atLeast("number of answers", checked.size(), 2) - 1;
        double ratio = Math.exp(-epsilon);
        double truthful = Math.max(1.0 / (others + 1), 1 / (1 + others * ratio));
        double other = ratio / (1 + others * ratio);
        while (other == 0 || other < truthful && logRatio(truthful, other) > epsilon) {
            other = Math.nextUp(other);
        }
        return response(checked, truthful, Math.min(truthful, other));
    }

    private static double logRatio(double truthful, double other) {
        return Fractions.log(Fractions.ofDecimal(truthful).divide(Fractions.ofDecimal(other)));
    }

    private static <X> Channel<X, X> response(List<X> answers, double truthful, double other) {
        double[][] matrix = new double[answers.size()][answers.size()];
        for (int i = 0; i < matrix.length; i++) {
            Arrays.fill(matrix[i], other);
            matrix[i][i] = truthful;
        }
        return Channel.of(answers, answers, matrix);
    }
}
