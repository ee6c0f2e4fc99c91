package infogap.regression;

import java.util.Locale;

/// What the residuals look like beside their size: the lines below statsmodels' table.
///
/// With m_k the mean of (e − ē)^k: skewness m₃/m₂^1.5, kurtosis m₄/m₂² (3 for a normal distribution).
///
/// Sources: J. Durbin and G. S. Watson (1950), *Testing for serial correlation in least squares regression I*, Biometrika 37, 409–428;
/// C. M. Jarque and A. K. Bera (1980), *Efficient tests for normality, homoscedasticity and serial independence of regression
/// residuals*, Economics Letters 6, 255–259.
///
/// @param durbinWatson Σ(e_i − e_{i−1})²/Σe_i², near 2 without correlation between neighbours, in [0, 4]
/// @param skewness     0 if symmetric
/// @param kurtosis     3 if normal
/// @param jarqueBera   n/6·(skewness² + (kurtosis − 3)²/4)
/// @param jarqueBeraP  P(χ²₂ ≥ jarqueBera) = e^(−jarqueBera/2); an approximation for large n
public record ResidualShape(double durbinWatson, double skewness, double kurtosis, double jarqueBera, double jarqueBeraP) {

    static ResidualShape of(double[] residuals) {
        int n = residuals.length;
        double mean = 0;
        for (double e : residuals) {
            mean += e / n;
        }
        double steps = 0;
        double squares = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < n; i++) {
            double d = residuals[i] - mean;
            second += d * d / n;
            third += d * d * d / n;
            fourth += d * d * d * d / n;
            squares += residuals[i] * residuals[i];
            steps += i == 0 ? 0 : (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
        }
        double skewness = third / Math.pow(second, 1.5);
        double kurtosis = fourth / (second * second);
        double jarqueBera = n / 6.0 * (skewness * skewness + (kurtosis - 3) * (kurtosis - 3) / 4);
        return new ResidualShape(steps / squares, skewness, kurtosis, jarqueBera, Math.exp(-jarqueBera / 2));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Durbin-Watson: %.3f,  skewness: %.3f,  kurtosis: %.3f,  Jarque-Bera: %.3f (p-value: %.3g)",
                durbinWatson, skewness, kurtosis, jarqueBera, jarqueBeraP);
    }
}
