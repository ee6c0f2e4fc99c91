package infogap.regression;

import infogap.numeric.Checks;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Least squares over rows that come in blocks and are not kept: memory in proportion to p², whatever the number of rows.
///
/// Accumulators over parts of the data merge into one over the whole, so that threads or machines can share a fit:
///
///     LeastSquares fit = first.merge(second).fit();
///
/// The same blocks in the same order give the same bits. An accumulator is filled by one thread at a time; merging and
/// fitting leave it as it is, and more rows may follow.
///
/// Its bytes ([#toBytes], [#save]) are a checkpoint: yesterday's rows are read back, today's are added, a colleague's are merged.
public final class LeastSquaresAccumulator {

    /// Numbers of larger magnitude are refused: their products would overflow.
    public static final double LARGEST = Gram.LARGEST;

    // rows that came one by one wait here until they fill a block of the kernel
    private static final int WAITING = GramKernel.ROWS;

    // most accumulators of many small groups never fill a block
    private static final int FIRST_WAITING = 64;

    private final List<String> names;
    private final List<String> columns;
    private final boolean intercept;
    private final Gram gram;
    private final double[][] waiting;
    private int waitingRows;

    LeastSquaresAccumulator(List<String> columns, boolean intercept, Gram gram) {
        this.columns = columns;
        this.intercept = intercept;
        this.names = names(columns, intercept);
        this.gram = gram;
        this.waiting = new double[columns.size()][0];
    }

    /// An empty accumulator for the named regressors and the response, with an intercept.
    ///
    /// @throws IllegalArgumentException if a name is blank or repeats, or there is no regressor
    public static LeastSquaresAccumulator of(List<String> regressors, String response) {
        return of(regressors, response, true);
    }

    /// An empty accumulator for the named regressors and the response, with or without an intercept.
    ///
    /// @throws IllegalArgumentException if a name is blank or repeats, or there is no regressor
    public static LeastSquaresAccumulator of(List<String> regressors, String response, boolean intercept) {
        List<String> columns = new ArrayList<>(Checks.notEmpty("regressors", regressors));
        columns.add(Checks.text("response", response));
        columns.forEach(name -> Checks.text("regressors", name));
        List<String> all = Checks.distinct("names", names(columns, intercept));
        return new LeastSquaresAccumulator(List.copyOf(columns), intercept, new Gram(all, intercept));
    }

    static List<String> names(List<String> columns, boolean intercept) {
        List<String> names = new ArrayList<>();
        if (intercept) {
            names.add(Design.INTERCEPT);
        }
        names.addAll(columns);
        return List.copyOf(names);
    }

    /// One row.
    ///
    /// @throws IllegalArgumentException if there is not one number for each regressor, or one is not finite
    public void add(double[] regressors, double response) {
        check(regressors, response, rows());
        if (waitingRows == waiting[0].length) {
            int longer = Math.clamp(2L * waitingRows, FIRST_WAITING, WAITING);
            Arrays.setAll(waiting, k -> Arrays.copyOf(waiting[k], longer));
        }
        for (int k = 0; k < regressors.length; k++) {
            waiting[k][waitingRows] = regressors[k];
        }
        waiting[regressors.length][waitingRows] = response;
        if (++waitingRows == WAITING) {
            flush();
        }
    }

    private void check(double[] regressors, double response, long row) {
        Checks.sameLength("regressors", Checks.present("regressors", regressors).length, "columns", columns.size() - 1);
        for (int k = 0; k < regressors.length; k++) {
            Gram.requireBounded(columns.get(k), regressors[k], row);
        }
        Gram.requireBounded(columns.getLast(), response, row);
    }

    private void flush() {
        if (waitingRows > 0) {
            gram.add(waiting, 0, waitingRows, gram.rows());
            waitingRows = 0;
        }
    }

    /// A block of rows.
    ///
    /// @throws IllegalArgumentException as [#add(double\[\], double)], or if the lengths differ
    public void addRows(double[][] regressors, double[] response) {
        Checks.sameLength("regressors", Checks.present("regressors", regressors).length, "response", Checks.present("response", response).length);
        for (int i = 0; i < response.length; i++) {
            check(regressors[i], response[i], rows() + i);
        }
        for (int i = 0; i < response.length; i++) {
            add(regressors[i], response[i]);
        }
    }

    /// A block of columns: the regressors in their order.
    ///
    /// @throws IllegalArgumentException if there is not one array for each regressor, the lengths differ, or a value is not finite
    public void addColumns(double[][] regressors, double[] response) {
        Checks.sameLength("regressors", Checks.present("regressors", regressors).length, "columns", columns.size() - 1);
        double[][] block = new double[columns.size()][];
        for (int k = 0; k < regressors.length; k++) {
            block[k] = regressors[k];
            Checks.sameLength(columns.get(k), regressors[k].length, columns.getLast(), response.length);
        }
        block[regressors.length] = response;
        // a part of its own, so that a refused block leaves nothing behind
        Gram part = new Gram(names, intercept);
        part.add(block, 0, response.length, rows());
        flush();
        gram.merge(part);
    }

    /// The names of the regressors, in their order.
    public List<String> regressors() {
        return columns.subList(0, columns.size() - 1);
    }

    /// The response's name.
    public String response() {
        return columns.getLast();
    }

    /// Whether the model has a constant.
    public boolean hasIntercept() {
        return intercept;
    }

    /// The number of rows so far.
    public long rows() {
        return gram.rows() + waitingRows;
    }

    /// An accumulator of this one's rows and then the other's; both stay as they are.
    ///
    /// @throws IllegalArgumentException if the columns differ
    public LeastSquaresAccumulator merge(LeastSquaresAccumulator other) {
        if (!names.equals(Checks.present("other", other).names)) {
            throw new IllegalArgumentException("other must have the columns " + names + ", but has " + other.names);
        }
        Gram sum = complete();
        sum.merge(other.complete());
        return new LeastSquaresAccumulator(columns, intercept, sum);
    }

    /// The sums so far, in a format of their own: about 16 bytes for each pair of columns, whatever the number of rows.
    ///
    /// In the frame of [infogap.storage.BinaryWriter], kind `IGLS`, version 1: whether there is an intercept (1 byte, 0 or 1); the number of columns, the
    /// regressors' and the response's (4 bytes), and their names; the number of rows and of additions (8 bytes each); with q columns, the
    /// constant counted, the q(q+1)/2 sums of products row after row of the lower triangle, first all leading doubles, then all
    /// trailing ones; and for each of the q columns the sum of its blocks' largest lanes, which bounds the error.
    ///
    /// Rows that did not fill a block yet are summed as a block of their own: an accumulator that was written and read back may differ
    /// from one that was not beyond the 30th digit of its sums.
    public byte[] toBytes() {
        return AccumulatorFormat.write(columns, intercept, complete());
    }

    /// The accumulator whose bytes these are.
    ///
    /// @throws IllegalArgumentException if they are cut off, of another kind, of a newer version, or damaged
    public static LeastSquaresAccumulator ofBytes(byte[] bytes) {
        return AccumulatorFormat.read("a checkpoint of least squares", bytes);
    }

    /// Writes [#toBytes] to a file, whole or not at all.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public void save(Path file) {
        AtomicFile.write(file, toBytes());
    }

    /// Reads what [#save] wrote.
    ///
    /// @throws UncheckedIOException if the file cannot be read
    /// @throws IllegalArgumentException as [#ofBytes], naming the file
    public static LeastSquaresAccumulator load(Path file) {
        try {
            return AccumulatorFormat.read("the checkpoint " + Checks.present("file", file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }

    private Gram complete() {
        Gram whole = gram.copy();
        if (waitingRows > 0) {
            whole.add(waiting, 0, waitingRows, gram.rows());
        }
        return whole;
    }

    /// The fit to the rows so far. A column counts as dependent when its squared distance from the columns before it is below what the sums guarantee,
    /// p·2⁻⁸⁵ of its square for p columns of even size: a distance of about 10⁻¹³ of its length, where rows in memory are told apart down to 2⁻⁴⁶.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than columns, or a column's largest entry is below 2⁻⁴⁰⁰ and not 0
    public LeastSquares fit() {
        List<String> coefficients = names.subList(0, names.size() - 1);
        enoughRows(rows(), coefficients.size());
        Gram whole = complete();
        whole.requireMagnitude();
        // below this a pivot is rounding of the columns or of the sums
        double tolerance = Math.max(Collinearity.DOUBLES * Collinearity.DOUBLES, coefficients.size() * whole.error());
        Triangle triangle = Triangle.cholesky(whole, tolerance);
        Collinearity collinearity = Collinearity.of(triangle, Collinearity.DOUBLES);
        if (collinearity.isPresent()) {
            return collinearity.outcome(coefficients, columns.getLast(), rows());
        }
        Solution.Problem problem = new Solution.Problem(coefficients, intercept, columns.getLast(), rows(),
                Design.separateSources(columns.size() - 1, intercept), 0x1p-53);
        return new Solution(problem, triangle, Solver.NORMAL_EQUATIONS, whole.error()).outcome(null);
    }

    static void enoughRows(long rows, int columns) {
        if (rows < columns) {
            throw new IllegalArgumentException("rows must be at least as many as the " + columns + " columns, but there are " + rows);
        }
    }
}
