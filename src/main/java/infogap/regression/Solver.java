package infogap.regression;

/// How a fit was computed.
public enum Solver {

    /// Normal equations XᵀX b = Xᵀy: cross products and their Cholesky factor in double-double arithmetic. One pass over
    /// the rows, memory in proportion to p², accurate while the squared condition number stays far below 10²⁶.
    NORMAL_EQUATIONS("normal equations in double-double arithmetic"),

    /// Orthogonal triangularisation X = QR by Householder reflections in double-double arithmetic: loses the condition number
    /// once, not twice, and costs more.
    ORTHOGONAL("orthogonal triangularisation in double-double arithmetic");

    private final String description;

    Solver(String description) {
        this.description = description;
    }

    @Override
    public String toString() {
        return description;
    }
}
