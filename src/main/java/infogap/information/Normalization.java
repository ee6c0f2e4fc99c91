package infogap.information;

/// What mutual information is divided by to land in [0, 1].
public enum Normalization {

    /// `min(H(X), H(Y))`: 1 when one variable determines the other.
    MIN("min(H(X), H(Y))") {
        @Override
        double bound(double rows, double columns, double joint) {
            return Math.min(rows, columns);
        }
    },

    /// `max(H(X), H(Y))`: 1 only when each variable determines the other.
    MAX("max(H(X), H(Y))") {
        @Override
        double bound(double rows, double columns, double joint) {
            return Math.max(rows, columns);
        }
    },

    /// `(H(X) + H(Y)) / 2`.
    ARITHMETIC("(H(X) + H(Y)) / 2") {
        @Override
        double bound(double rows, double columns, double joint) {
            return (rows + columns) / 2;
        }
    },

    /// `√(H(X) H(Y))`.
    GEOMETRIC("√(H(X) H(Y))") {
        @Override
        double bound(double rows, double columns, double joint) {
            return Math.sqrt(rows * columns);
        }
    },

    /// `H(X, Y)`.
    JOINT("H(X, Y)") {
        @Override
        double bound(double rows, double columns, double joint) {
            return joint;
        }
    };

    private final String formula;

    Normalization(String formula) {
        this.formula = formula;
    }

    /// The formula of the divisor.
    public String formula() {
        return formula;
    }

    abstract double bound(double rows, double columns, double joint);
}
