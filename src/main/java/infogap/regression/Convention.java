package infogap.regression;

/// What counts as a parameter in AIC and BIC: programs differ by one.
public enum Convention {

    /// The p coefficients and the error variance: k = p + 1, as R's `AIC` counts.
    WITH_VARIANCE(1),

    /// The p coefficients: k = p, as statsmodels counts.
    COEFFICIENTS_ONLY(0);

    private final int extra;

    Convention(int extra) {
        this.extra = extra;
    }

    int parameters(int coefficients) {
        return coefficients + extra;
    }
}
