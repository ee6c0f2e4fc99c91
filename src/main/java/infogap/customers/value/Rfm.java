package infogap.customers.value;

import infogap.table.prepare.Bands;
import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Scores for recency, frequency and monetary value (RFM 分析): each from 1 to k by quantiles of the customers themselves, k the best.
///
/// - recency: the time since the last purchase, `t_x − T`, so that later is more;
/// - frequency: the repeat purchases `x`;
/// - monetary: what all purchases brought together.
///
/// The bands are right-closed between the quantiles at 1/k, 2/k, …; equal values always get the same score. Where quantiles coincide because of ties
/// the scores between them are given to nobody ([Bands#ofQuantiles]).
///
/// @param recency the bands of `t_x − T`
/// @param frequency the bands of `x`
/// @param monetary the bands of the total value
/// @param scores one for each customer, in the order of the history
public record Rfm(Bands recency, Bands frequency, Bands monetary, List<Score> scores) {

    /// One customer's scores.
    ///
    /// @param customer who
    /// @param recency from 1 (long ago) to k
    /// @param frequency from 1 (seldom) to k
    /// @param monetary from 1 (little) to k
    public record Score(String customer, int recency, int frequency, int monetary) {

        /// The scores as the field writes them: `5-4-1`.
        public String cell() {
            return recency + "-" + frequency + "-" + monetary;
        }
    }

    /// Keeps an immutable copy.
    public Rfm {
        scores = Checks.notEmpty("scores", scores);
    }

    /// Scores from 1 to k for each customer.
    ///
    /// @param k how many bands, at least 2; five are usual
    /// @throws IllegalArgumentException if k is less than 2
    public static Rfm of(PurchaseHistory history, int k) {
        Checks.present("history", history);
        String[] labels = IntStream.rangeClosed(1, Checks.atLeast("k", k, 2)).mapToObj(Integer::toString).toArray(String[]::new);
        ToDoubleFunction<PurchaseSummary> since = customer -> customer.pattern().recency() - customer.pattern().age();
        ToDoubleFunction<PurchaseSummary> repeats = customer -> customer.pattern().frequency();
        Bands recency = bands(history, since, labels);
        Bands frequency = bands(history, repeats, labels);
        Bands monetary = bands(history, PurchaseSummary::totalValue, labels);
        return new Rfm(recency, frequency, monetary, history.customers().stream()
                .map(customer -> new Score(customer.customer(), score(recency, since.applyAsDouble(customer)),
                        score(frequency, repeats.applyAsDouble(customer)), score(monetary, customer.totalValue())))
                .toList());
    }

    /// The first ten customers.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-16s %8s %10s %9s", "customer", "recency", "frequency", "monetary"));
        for (Score score : scores.subList(0, Math.min(10, scores.size()))) {
            text.append(String.format(Locale.ROOT, "%n%-16s %8d %10d %9d", score.customer(), score.recency(), score.frequency(), score.monetary()));
        }
        return text.toString();
    }

    private static Bands bands(PurchaseHistory history, ToDoubleFunction<PurchaseSummary> value, String[] labels) {
        return Bands.ofQuantiles(history.customers().stream().mapToDouble(value).toArray(), labels);
    }

    private static int score(Bands bands, double value) {
        return Integer.parseInt(bands.label(value));
    }
}
