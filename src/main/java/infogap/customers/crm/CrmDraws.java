package infogap.customers.crm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Draws customers one after the other. Only uniform numbers come from the JDK, and logarithms, roots and cosines are
/// [StrictMath]'s, so that the bytes do not depend on the Java at hand.
final class CrmDraws {

    private static final double MISSING_AGE = 0.01;
    private static final double MISSING_INCOME = 0.025;
    private static final double MISSING_INCOME_ABOVE_60 = 0.08;
    private static final double INCOME_IN_FEN = 0.005;
    private static final double MISSING_REVIEW = 0.02;
    private static final double MEAN_SELLER_YEARS = 6;

    private final SplittableRandom random;

    CrmDraws(long seed) {
        random = new SplittableRandom(seed);
    }

    /// The cells of one customer after the id, in both files, and what the outcomes follow from.
    record Customer(String visible, String hidden, Known known) {}

    /// What is true of a customer and bears on what comes next.
    record Known(int age, double income, int history, String channel, CrmTruth.Quality quality) {}

    Customer customer() {
        CrmTruth.Segment segment = segment();
        int age = (int) Math.clamp(Math.rint(normal(segment.meanAge(), segment.deviationAge())), 18, 80);
        BigDecimal income = decimal(Math.max(1000, normal(segment.meanIncome(), segment.deviationIncome())), 2);
        int history = exponential(segment.meanHistory());
        double channelDraw = random.nextDouble();
        String channel = channelDraw < segment.app() ? "app" : channelDraw < segment.app() + segment.web() ? "web" : "store";
        BigDecimal purchase = decimal(purchase(age, income.doubleValue(), history), 2);

        CrmTruth.Quality quality = random.nextDouble() < CrmTruth.HIGH_QUALITY ? CrmTruth.Quality.HIGH : CrmTruth.Quality.LOW;
        BigDecimal price = decimal(Math.max(50, normal(quality.meanPrice(), quality.deviationPrice())), 2);
        int warranty = CrmTruth.WARRANTIES.get(pick(quality.warranty()));
        BigDecimal review = decimal(Math.clamp(normal(quality.meanReview(), quality.deviationReview()), 1, 5), 1);
        int sellerYears = exponential(MEAN_SELLER_YEARS);

        boolean ageMissing = random.nextDouble() < MISSING_AGE;
        boolean incomeMissing = random.nextDouble() < (age > 60 ? MISSING_INCOME_ABOVE_60 : MISSING_INCOME);
        boolean inFen = random.nextDouble() < INCOME_IN_FEN;
        boolean reviewMissing = random.nextDouble() < MISSING_REVIEW;
        BigDecimal shownIncome = inFen ? income.movePointRight(2) : income;

        String visible = String.join(",",
                ageMissing ? "" : Integer.toString(age),
                incomeMissing ? "" : shownIncome.toPlainString(),
                Integer.toString(history),
                channel,
                purchase.toPlainString(),
                price.toPlainString(),
                Integer.toString(warranty),
                reviewMissing ? "" : review.toPlainString(),
                Integer.toString(sellerYears),
                String.join(";", basket()));
        String hidden = String.join(",", segment.label(), quality.label(), Integer.toString(age), income.toPlainString());
        return new Customer(visible, hidden, new Known(age, income.doubleValue(), history, channel, quality));
    }

    private CrmTruth.Segment segment() {
        CrmTruth.Segment[] all = CrmTruth.Segment.values();
        List<Double> shares = new ArrayList<>();
        for (CrmTruth.Segment segment : all) {
            shares.add(segment.share());
        }
        return all[pick(shares)];
    }

    private double purchase(int age, double income, int history) {
        List<Double> b = CrmTruth.COEFFICIENTS;
        return Math.max(0, normal(b.get(0) + b.get(1) * age + b.get(2) * income + b.get(3) * history, CrmTruth.PURCHASE_NOISE));
    }

    /// Tea brings a cup, and tea with honey brings sugar: two rules to find. The filter is bought by chance.
    private List<String> basket() {
        List<String> items = new ArrayList<>();
        boolean tea = random.nextDouble() < 0.4;
        boolean cup = random.nextDouble() < (tea ? 0.7 : 0.1);
        boolean honey = random.nextDouble() < 0.25;
        boolean sugar = random.nextDouble() < (tea && honey ? 0.6 : 0.15);
        boolean filter = random.nextDouble() < 0.2;
        add(items, tea, "tea");
        add(items, cup, "cup");
        add(items, honey, "honey");
        add(items, sugar, "sugar");
        add(items, filter, "filter");
        return items.isEmpty() ? List.of("water") : items;
    }

    private static void add(List<String> items, boolean bought, String item) {
        if (bought) {
            items.add(item);
        }
    }

    private int pick(List<Double> probabilities) {
        double u = random.nextDouble();
        double sum = 0;
        for (int i = 0; i < probabilities.size() - 1; i++) {
            sum += probabilities.get(i);
            if (u < sum) {
                return i;
            }
        }
        return probabilities.size() - 1;
    }

    private double normal(double mean, double deviation) {
        return normal(random, mean, deviation);
    }

    /// Box and Muller's transformation of two uniform numbers.
    static double normal(SplittableRandom random, double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return mean + deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    private int exponential(double mean) {
        return (int) (-mean * StrictMath.log(1 - random.nextDouble()));
    }

    static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
