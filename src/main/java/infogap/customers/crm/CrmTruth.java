package infogap.customers.crm;

import infogap.numeric.Checks;
import java.util.List;

/// The truth behind the CRM data set.
///
/// - A customer belongs to one of three segments, which set the distribution of age, income and purchase history.
/// - The purchase follows article 001's coefficients: `10 + 0.5·age + 0.3·income + 0.2·history + N(0, 10²)`, with the *true* age and
///   income.
/// - What the customer is offered is of high quality with probability 0.6, article 004's share of honest sellers. The seller sees the
///   quality. The buyer sees price, warranty and review score, which are independent given the quality, and the seller's years in
///   business, which say nothing about it.
/// - Customers come month after month. The next purchase has the same coefficients until month [#DRIFT_MONTH], when that of age rises to
///   [#DRIFTED_AGE]: the world changes, and a model that was right is not any more.
/// - A customer leaves (流失) with a probability that falls with the purchase history and is higher after an offer of low quality and for
///   those who buy by app.
public final class CrmTruth {

    /// `b₀, b_age, b_income, b_history`.
    public static final List<Double> COEFFICIENTS = List.of(10.0, 0.5, 0.3, 0.2);

    /// The standard deviation of the purchase around its expectation, in yuan.
    public static final double PURCHASE_NOISE = 10;

    /// P(quality = high).
    public static final double HIGH_QUALITY = 0.6;

    /// The months of warranty on offer.
    public static final List<Integer> WARRANTIES = List.of(0, 6, 12, 24);

    /// The months over which the customers came.
    public static final int MONTHS = 12;

    /// The first month in which the next purchase follows another coefficient of age.
    public static final int DRIFT_MONTH = 9;

    /// The coefficient of age in the next purchase from [#DRIFT_MONTH] on; before it is that of [#COEFFICIENTS].
    public static final double DRIFTED_AGE = 0.7;

    /// `a₀, a_history, a_low, a_app` of the logit of leaving.
    public static final List<Double> LEAVING = List.of(-0.2, -0.25, 1.0, 0.5);

    private CrmTruth() {}

    /// `b₀ + b_age·age + b_income·income + b_history·history` in yuan, with the coefficient of age that holds in this month; the purchase itself
    /// is normal around it with [#PURCHASE_NOISE], at least 0.
    ///
    /// @throws IllegalArgumentException if the month is not in 1 to 12, or a number is not finite
    public static double expectedNextPurchase(int month, double age, double income, double history) {
        Checks.inRange("month", month, 1, MONTHS);
        double ageCoefficient = month < DRIFT_MONTH ? COEFFICIENTS.get(1) : DRIFTED_AGE;
        return COEFFICIENTS.get(0) + ageCoefficient * Checks.finite("age", age)
                + COEFFICIENTS.get(2) * Checks.finite("income", income) + COEFFICIENTS.get(3) * Checks.finite("history", history);
    }

    /// P(the customer leaves) `= 1/(1 + e^−η)` with `η = a₀ + a_history·history + a_low·[quality low] + a_app·[channel app]`.
    ///
    /// @throws IllegalArgumentException if the history is negative or an argument is missing
    public static double probabilityOfLeaving(int history, String channel, Quality quality) {
        double logit = LEAVING.get(0) + LEAVING.get(1) * Checks.atLeast("history", history, 0)
                + (Checks.present("quality", quality) == Quality.LOW ? LEAVING.get(2) : 0)
                + (Checks.present("channel", channel).equals("app") ? LEAVING.get(3) : 0);
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /// A segment's distribution; the sums are over a customer's own draws, all independent given the segment.
    public enum Segment {
        /// Young, low income, short history.
        STARTER("starter", 0.40, 25, 3, 4000, 600, 3, 0.70, 0.25),
        /// Middle age, middle income.
        CORE("core", 0.35, 39, 4, 9000, 1000, 6, 0.40, 0.40),
        /// Older, high income, long history.
        PREMIUM("premium", 0.25, 55, 5, 16000, 1500, 10, 0.20, 0.30);

        private final String label;
        private final double share;
        private final double meanAge;
        private final double deviationAge;
        private final double meanIncome;
        private final double deviationIncome;
        private final double meanHistory;
        private final double app;
        private final double web;

        Segment(String label, double share, double meanAge, double deviationAge, double meanIncome, double deviationIncome,
                double meanHistory, double app, double web) {
            this.label = label;
            this.share = share;
            this.meanAge = meanAge;
            this.deviationAge = deviationAge;
            this.meanIncome = meanIncome;
            this.deviationIncome = deviationIncome;
            this.meanHistory = meanHistory;
            this.app = app;
            this.web = web;
        }

        /// How the data set writes it.
        public String label() {
            return label;
        }

        /// P(segment).
        public double share() {
            return share;
        }

        /// Years; normal, rounded, within 18 to 80.
        public double meanAge() {
            return meanAge;
        }

        /// Years.
        public double deviationAge() {
            return deviationAge;
        }

        /// Yuan per month; normal, at least 1000.
        public double meanIncome() {
            return meanIncome;
        }

        /// Yuan per month.
        public double deviationIncome() {
            return deviationIncome;
        }

        /// Earlier purchases; an exponential variable of this mean, rounded down.
        public double meanHistory() {
            return meanHistory;
        }

        /// P(channel = app); [#web] is P(channel = web), and the rest buys in the store.
        public double app() {
            return app;
        }

        /// P(channel = web).
        public double web() {
            return web;
        }
    }

    /// What the buyer sees, given the quality.
    public enum Quality {
        /// Article 004's honest seller.
        HIGH("high", 220, 30, List.of(0.15, 0.20, 0.35, 0.30), 4.3, 0.4),
        /// Article 004's deceptive seller.
        LOW("low", 190, 30, List.of(0.45, 0.30, 0.20, 0.05), 3.6, 0.5);

        private final String label;
        private final double meanPrice;
        private final double deviationPrice;
        private final List<Double> warranty;
        private final double meanReview;
        private final double deviationReview;

        Quality(String label, double meanPrice, double deviationPrice, List<Double> warranty, double meanReview, double deviationReview) {
            this.label = label;
            this.meanPrice = meanPrice;
            this.deviationPrice = deviationPrice;
            this.warranty = warranty;
            this.meanReview = meanReview;
            this.deviationReview = deviationReview;
        }

        /// How the data set writes it.
        public String label() {
            return label;
        }

        /// Yuan; normal, at least 50.
        public double meanPrice() {
            return meanPrice;
        }

        /// Yuan.
        public double deviationPrice() {
            return deviationPrice;
        }

        /// P(warranty) for each of [CrmTruth#WARRANTIES].
        public List<Double> warranty() {
            return warranty;
        }

        /// Stars; normal, within 1 to 5.
        public double meanReview() {
            return meanReview;
        }

        /// Stars.
        public double deviationReview() {
            return deviationReview;
        }

        private double density(double price, int warrantyMonths, double reviewScore) {
            double p = (price - meanPrice) / deviationPrice;
            double r = (reviewScore - meanReview) / deviationReview;
            return Math.exp(-0.5 * (p * p + r * r)) / (deviationPrice * deviationReview) * warranty.get(WARRANTIES.indexOf(warrantyMonths));
        }
    }

    /// P(quality = high | what the buyer sees), by Bayes' rule from the distributions above: no detector can know more. Prices and
    /// scores on a rounded or cut-off grid are taken at face value.
    ///
    /// @throws IllegalArgumentException if the warranty is none of [#WARRANTIES]
    public static double posteriorHigh(double price, int warrantyMonths, double reviewScore) {
        if (!WARRANTIES.contains(warrantyMonths)) {
            throw new IllegalArgumentException("warrantyMonths must be one of " + WARRANTIES + ", but is " + warrantyMonths);
        }
        Checks.finite("price", price);
        Checks.finite("reviewScore", reviewScore);
        double high = HIGH_QUALITY * Quality.HIGH.density(price, warrantyMonths, reviewScore);
        double low = (1 - HIGH_QUALITY) * Quality.LOW.density(price, warrantyMonths, reviewScore);
        return high / (high + low);
    }
}
