package infogap.numeric;

/// A running sum with Neumaier's compensation: what one addition rounds away is kept and given back at the end.
///
/// The error of the result is a few units in the last place of the result plus a term of second order, independent of the
/// number of terms for the lengths met in practice.
///
/// Source: A. Neumaier (1974), *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*, ZAMM 54, 39–51.
public final class CompensatedSum {

    private double sum;
    private double lost;

    /// Adds a term and returns this sum, so that calls can be chained.
    public CompensatedSum add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        return this;
    }

    /// The sum of what was added so far; infinite when it overflows or an infinite term was added.
    public double value() {
        // an infinite sum has lost infinity minus infinity, which is no number
        return Double.isFinite(sum) ? sum + lost : sum;
    }

    /// The sum of all entries.
    public static double of(double... terms) {
        CompensatedSum total = new CompensatedSum();
        for (double term : terms) {
            total.add(term);
        }
        return total.value();
    }
}
