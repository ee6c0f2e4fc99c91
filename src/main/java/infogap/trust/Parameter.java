package infogap.trust;

/// A number that a trajectory depends on, with the symbol that the formulas use.
public enum Parameter {
    INITIAL_TRUST("T₀"),
    SENSITIVITY("k"),
    GAIN("k₊"),
    LOSS("k₋"),
    THRESHOLD("I_min"),
    INITIAL_TRANSPARENCY("I₀"),
    SLOPE("k′"),
    PRIOR_POSITIVE("a"),
    PRIOR_NEGATIVE("b"),
    FEEDBACK_RATE("ρ");

    private final String symbol;

    Parameter(String symbol) {
        this.symbol = symbol;
    }

    /// The symbol, such as `k′`.
    public String symbol() {
        return symbol;
    }
}
