package infogap.probability;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;

/// A channel: which message each state sends, `p(message | state)`. Also called an experiment or an information structure.
///
/// A stochastic matrix with a row for each input (state) and a column for each output (message); each row sums to 1.
///
/// Source: D. Blackwell (1953), *Equivalent comparisons of experiments*, Annals of Mathematical Statistics 24, 265–272.
///
/// @param <X> the type of the inputs (states)
/// @param <Y> the type of the outputs (messages)
public final class Channel<X, Y> {

    private final List<X> inputs;
    private final List<Y> outputs;
    private final double[][] matrix;

    private Channel(List<X> inputs, List<Y> outputs, double[][] matrix) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.matrix = matrix;
    }

    /// The channel with `p(outputs[j] | inputs[i]) = matrix[i][j]`.
    ///
    /// @throws IllegalArgumentException if the shape does not fit the labels, a label stands twice, an entry is outside
    ///     [0, 1] or NaN, or a row does not sum to 1 within [Distribution#SUM_TOLERANCE]
    public static <X, Y> Channel<X, Y> of(List<X> inputs, List<Y> outputs, double[][] matrix) {
        List<X> checkedInputs = Checks.distinct("inputs", inputs);
        List<Y> checkedOutputs = Checks.distinct("outputs", outputs);
        double[][] copy = Checks.finiteMatrix("matrix", matrix);
        Checks.sameLength("inputs", checkedInputs.size(), "matrix", copy.length);
        Checks.sameLength("outputs", checkedOutputs.size(), "matrix[0]", copy[0].length);
        for (int i = 0; i < copy.length; i++) {
            Distribution.requireSumOne("matrix[" + i + "]", copy[i]);
        }
        return new Channel<>(checkedInputs, checkedOutputs, copy);
    }

    /// The channel that tells everything: each state sends itself.
    ///
    /// @throws IllegalArgumentException if there is no state, or one stands twice
    public static <X> Channel<X, X> perfect(List<X> states) {
        List<X> checked = Checks.distinct("states", states);
        double[][] matrix = new double[checked.size()][checked.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        return of(checked, checked, matrix);
    }

    /// The channel that tells nothing: each state sends the same distribution of messages.
    ///
    /// @throws IllegalArgumentException if there is no state, or one stands twice
    public static <X, Y> Channel<X, Y> uninformative(List<X> states, Distribution<Y> messages) {
        Checks.present("messages", messages);
        double[][] matrix = new double[Checks.distinct("states", states).size()][];
        Arrays.setAll(matrix, i -> messages.probabilities());
        return of(states, messages.states(), matrix);
    }

    /// Two states and two messages: `p(first | first state) = truePositive`, `p(first | second state) = falsePositive`.
    public static <X, Y> Channel<X, Y> binary(
            List<X> states, List<Y> messages, double truePositive, double falsePositive) {
        Checks.distinct("states", states);
        Checks.distinct("messages", messages);
        Checks.probability("truePositive", truePositive);
        Checks.probability("falsePositive", falsePositive);
        return of(states, messages, new double[][] {
            {truePositive, Fractions.complement(truePositive)}, {falsePositive, Fractions.complement(falsePositive)}
        });
    }

    public List<X> inputs() {
        return inputs;
    }

    public List<Y> outputs() {
        return outputs;
    }

    /// `p(outputs[output] | inputs[input])`, by positions counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double probability(int input, int output) {
        return matrix[Checks.position("input", input, matrix.length)][Checks.position("output", output, outputs.size())];
    }

    /// A copy of the probabilities `p(· | inputs[input])`, by a position counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double[] row(int input) {
        return matrix[Checks.position("input", input, matrix.length)].clone();
    }

    /// A deep copy of the matrix.
    public double[][] matrix() {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /// The distribution of messages when the states have this prior: `p(y) = Σ_x p(x) p(y | x)`.
    public Distribution<Y> messages(Distribution<X> prior) {
        return JointDistribution.of(prior, this).columnMarginal();
    }

    /// This channel garbled by `noise`: `p(z | x) = Σ_y p(y | x) noise(z | y)`, the matrix product; a row whose sum is no longer 1 within
    /// [Distribution#SUM_TOLERANCE], because the sums of both are only nearly 1, is rescaled.
    ///
    /// @throws IllegalArgumentException if the noise's inputs are not this channel's outputs, in the same order
    public <Z> Channel<X, Z> then(Channel<Y, Z> noise) {
        Checks.present("noise", noise);
        if (!outputs.equals(noise.inputs)) {
            throw new IllegalArgumentException("noise must take this channel's messages " + outputs + ", but its inputs are " + noise.inputs);
        }
        double[][] product = new double[inputs.size()][];
        for (int i = 0; i < product.length; i++) {
            double[] row = new double[noise.outputs.size()];
            for (int k = 0; k < row.length; k++) {
                CompensatedSum sum = new CompensatedSum();
                for (int j = 0; j < outputs.size(); j++) {
                    sum.add(matrix[i][j] * noise.matrix[j][k]);
                }
                row[k] = sum.value();
            }
            product[i] = Products.row(row);
        }
        return new Channel<>(inputs, noise.outputs, product);
    }

    /// Whether this channel is what some noise leaves of `fine`, with the proof: the noise as a matrix, or a decision problem in which this channel is
    /// worth strictly more than `fine`, which noise could not bring about (Blackwell 1953).
    ///
    /// Found by non-negative least squares in double precision and checked from the channels themselves; see [GarblingWitness#TOLERANCE].
    ///
    /// @throws IllegalArgumentException if the two do not have the same inputs in the same order
    /// @throws ArithmeticException if neither proof can be had, with how far each one is off
    public <F> GarblingWitness<X, F, Y> isGarblingOf(Channel<X, F> fine) {
        Checks.present("fine", fine);
        if (!inputs.equals(fine.inputs)) {
            throw new IllegalArgumentException("fine must have this channel's inputs " + inputs + ", but has " + fine.inputs);
        }
        return Blackwell.compare(this, fine);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Channel<?, ?> that
                && inputs.equals(that.inputs)
                && outputs.equals(that.outputs)
                && Arrays.deepEquals(matrix, that.matrix);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * inputs.hashCode() + outputs.hashCode()) + Arrays.deepHashCode(matrix);
    }

    @Override
    public String toString() {
        return Matrices.table(inputs, outputs, matrix);
    }
}
