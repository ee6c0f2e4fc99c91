package infogap.table.formula;

import infogap.regression.Weights;

/// What the numbers in a column of weights mean.
public enum WeightKind {

    /// Each row stands for so many equal ones: whole numbers.
    FREQUENCY {
        @Override
        Weights of(double[] values) {
            long[] counts = new long[values.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (long) values[i];
            }
            return Weights.frequency(counts);
        }

        @Override
        boolean allows(double value) {
            return value >= 0 && value == Math.rint(value) && value < 0x1p53;
        }

        @Override
        String expected() {
            return "a whole number of at least 0";
        }
    },

    /// Each row's error has variance σ²/weight.
    PRECISION {
        @Override
        Weights of(double[] values) {
            return Weights.precision(values);
        }

        @Override
        boolean allows(double value) {
            return value >= 0 && Double.isFinite(value);
        }

        @Override
        String expected() {
            return "a finite number of at least 0";
        }
    };

    abstract Weights of(double[] values);

    abstract boolean allows(double value);

    abstract String expected();
}
