package infogap.customers.crm;

import java.util.SplittableRandom;

/// Draws what became of the customers, in the order in which they came. Its random numbers are its own, so that `customers.csv` and
/// `hidden.csv` do not depend on it.
final class CrmOutcomes {

    /// Keeps this sequence apart from the customers' own, which starts at the seed itself.
    private static final long APART = 0x6F7574636F6D6573L;

    private final SplittableRandom random;
    private final int rows;

    CrmOutcomes(long seed, int rows) {
        random = new SplittableRandom(seed ^ APART);
        this.rows = rows;
    }

    /// The cells of one customer after the id: the month, the next purchase, and whether the customer left.
    String of(int id, CrmDraws.Known known) {
        int month = month(id);
        double expected = CrmTruth.expectedNextPurchase(month, known.age(), known.income(), known.history());
        double next = Math.max(0, CrmDraws.normal(random, expected, CrmTruth.PURCHASE_NOISE));
        boolean left = random.nextDouble() < CrmTruth.probabilityOfLeaving(known.history(), known.channel(), known.quality());
        return month + "," + CrmDraws.decimal(next, 2).toPlainString() + "," + left;
    }

    /// Customers come in the order of their ids, equally many a month.
    private int month(int id) {
        return 1 + (int) ((id - 1L) * CrmTruth.MONTHS / rows);
    }
}
