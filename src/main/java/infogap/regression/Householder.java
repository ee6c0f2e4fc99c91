package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Orthogonal triangularisation in double-double arithmetic, block of rows by block of rows: it loses κ where the normal equations
/// lose κ², at about twenty times their price.
///
/// Each block is folded into the triangle R of the rows before it by reflections. The blocks and the order in which their
/// triangles meet are fixed, so that the result does not depend on the number of threads.
///
/// Source: G. H. Golub (1965), *Numerical methods for solving linear least squares problems*, Numerische Mathematik 7, 206–216.
final class Householder {

    private static final int CHUNK = 8192;
    private static final int BLOCK = 128;

    private final int q;
    private final double[][] high;
    private final double[][] low;

    private Householder(int q) {
        this.q = q;
        this.high = new double[q][q];
        this.low = new double[q][q];
    }

    /// A bound on the relative error that triangularisation puts into each column: the folding of one block moves a column by at
    /// most about 6·(rows of the block)·q units.
    static double error(int rows, int columns) {
        double blocks = Math.ceil(Math.min(rows, CHUNK) / (double) BLOCK) + Math.ceil(rows / (double) CHUNK);
        return 6.0 * Math.min(rows, BLOCK) * columns * blocks * DoubleDouble.UNIT;
    }

    static Triangle of(Design design, Variable response, Optional<Weights> weights) {
        int chunks = (design.rows() + CHUNK - 1) / CHUNK;
        List<Householder> parts = IntStream.range(0, chunks).parallel()
                .mapToObj(chunk -> ofRows(design, response, weights, chunk * CHUNK, Math.min(design.rows(), (chunk + 1) * CHUNK)))
                .toList();
        Householder whole = parts.getFirst();
        for (Householder part : parts.subList(1, parts.size())) {
            whole.fold(transposed(part.high), transposed(part.low));
        }
        return whole.triangle();
    }

    private static Householder ofRows(Design design, Variable response, Optional<Weights> weights, int from, int to) {
        List<Variable> columns = new ArrayList<>(design.variables());
        columns.add(response);
        int shift = design.hasIntercept() ? 1 : 0;
        Householder factor = new Householder(columns.size() + shift);
        for (int start = from; start < to; start += BLOCK) {
            int size = Math.min(BLOCK, to - start);
            double[][] blockHigh = new double[factor.q][size];
            double[][] blockLow = new double[factor.q][size];
            if (shift == 1) {
                Arrays.fill(blockHigh[0], 1);
            }
            for (int k = 0; k < columns.size(); k++) {
                for (int i = 0; i < size; i++) {
                    DoubleDouble value = columns.get(k).precise(start + i);
                    blockHigh[k + shift][i] = value.high();
                    blockLow[k + shift][i] = value.low();
                }
            }
            if (weights.isPresent()) {
                scale(blockHigh, blockLow, weights.get(), start);
            }
            factor.fold(blockHigh, blockLow);
        }
        return factor;
    }

    private static void scale(double[][] blockHigh, double[][] blockLow, Weights weights, int start) {
        for (int i = 0; i < blockHigh[0].length; i++) {
            DoubleDouble root = weights.rootInTriangle(start + i);
            for (int k = 0; k < blockHigh.length; k++) {
                DoubleDouble scaled = new DoubleDouble(blockHigh[k][i], blockLow[k][i]).times(root);
                blockHigh[k][i] = scaled.high();
                blockLow[k][i] = scaled.low();
            }
        }
    }

    // block[column][row]; R is high[row][column]
    private void fold(double[][] blockHigh, double[][] blockLow) {
        for (int j = 0; j < q; j++) {
            DoubleDouble below = dot(blockHigh[j], blockLow[j], blockHigh[j], blockLow[j]);
            if (below.toDouble() == 0) {
                continue;
            }
            DoubleDouble diagonal = r(j, j);
            DoubleDouble norm = diagonal.square().plus(below).squareRoot();
            DoubleDouble replaced = diagonal.high() > 0 ? norm.negate() : norm;
            DoubleDouble head = diagonal.minus(replaced);
            DoubleDouble scale = DoubleDouble.of(2).dividedBy(head.square().plus(below));
            set(j, j, replaced);
            for (int k = j + 1; k < q; k++) {
                DoubleDouble inner = head.times(r(j, k)).plus(dot(blockHigh[j], blockLow[j], blockHigh[k], blockLow[k]));
                DoubleDouble factor = inner.times(scale);
                set(j, k, r(j, k).minus(factor.times(head)));
                subtract(factor, blockHigh[j], blockLow[j], blockHigh[k], blockLow[k]);
            }
        }
    }

    private static DoubleDouble dot(double[] xHigh, double[] xLow, double[] yHigh, double[] yLow) {
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < xHigh.length; i++) {
            double product = xHigh[i] * yHigh[i];
            double error = Math.fma(xHigh[i], yLow[i], xLow[i] * yHigh[i]) + Math.fma(xHigh[i], yHigh[i], -product);
            double next = sum + product;
            rest += DoubleDouble.twoSumError(sum, product, next) + error;
            sum = next;
        }
        return new DoubleDouble(sum, rest);
    }

    private static void subtract(DoubleDouble factor, double[] xHigh, double[] xLow, double[] yHigh, double[] yLow) {
        double fHigh = -factor.high();
        double fLow = -factor.low();
        for (int i = 0; i < xHigh.length; i++) {
            double product = fHigh * xHigh[i];
            double error = Math.fma(fHigh, xLow[i], fLow * xHigh[i]) + Math.fma(fHigh, xHigh[i], -product);
            double sum = yHigh[i] + product;
            double rest = DoubleDouble.twoSumError(yHigh[i], product, sum) + (error + yLow[i]);
            yHigh[i] = sum + rest;
            yLow[i] = rest - (yHigh[i] - sum);
        }
    }

    private DoubleDouble r(int i, int j) {
        return new DoubleDouble(high[i][j], low[i][j]);
    }

    private void set(int i, int j, DoubleDouble value) {
        high[i][j] = value.high();
        low[i][j] = value.low();
    }

    private static double[][] transposed(double[][] square) {
        double[][] turned = new double[square.length][square.length];
        for (int i = 0; i < square.length; i++) {
            for (int j = 0; j < square.length; j++) {
                turned[j][i] = square[i][j];
            }
        }
        return turned;
    }

    private Triangle triangle() {
        DoubleDouble[][] upper = new DoubleDouble[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                upper[i][j] = j < i ? DoubleDouble.ZERO : r(i, j);
            }
        }
        return Triangle.of(upper);
    }
}
