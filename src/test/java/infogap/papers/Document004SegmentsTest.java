package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.data.DataPackage;
import infogap.customers.prepare.Bands;
import infogap.customers.prepare.Features;
import infogap.customers.prepare.Standardizer;
import infogap.customers.segment.KMeansSearch;
import infogap.customers.segment.ProvenSegments;
import infogap.customers.segment.Segmentation;
import infogap.customers.service.ServiceRules;
import infogap.numeric.Fractions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.validation.metric.AdjustedRandIndex;
import tech.tablesaw.api.Table;

/// Article 004's segmentation: from its five customers' ages and incomes to a service, and the same on the CRM set with known truth.
class Document004SegmentsTest {

    private static final List<String> SEGMENTS = List.of("starter", "core", "premium");

    @Test
    void fromTheFiveCustomersToBandsCodesAndTheProvenSegments() {
        DataPackage data = DataPackage.read(Path.of("data/article-004"));
        Table customers = data.table("customers");
        Table bandTable = data.table("bands");
        double[] edges = IntStream.rangeClosed(0, 5)
                .mapToDouble(i -> i < 5 ? bandTable.doubleColumn("above").get(i) : Double.POSITIVE_INFINITY)
                .toArray();
        Bands bands = new Bands(edges, bandTable.stringColumn("band").asList());
        double[] age = Features.column(customers, "age");
        double[] income = Features.column(customers, "income");
        assertEquals(List.of("中低", "中", "中高", "低", "中低"), bands.labels(income));

        double[][] coded = IntStream.range(0, 5)
                .mapToObj(i -> new double[] {age[i], bands.index(income[i]).orElseThrow()})
                .toArray(double[][]::new);
        Segmentation best = ProvenSegments.enumerate(new Features(List.of("age", "code"), coded), 3).orderedBy(income);
        assertEquals(25, best.search().candidates());
        assertEquals(Fractions.of("10"), best.exactWithin());
        assertEquals(Fractions.of("161/166"), best.exactShareClosed());
        assertEquals(2, best.labels()[2], "the customer with 120000 is in the segment of the highest incomes");
    }

    @Test
    void theTrueSegmentsOfTheCrmSetAreFoundAndEachGetsItsOwnService() {
        DataPackage crm = DataPackage.read(Path.of("data/crm"));
        Table hidden = crm.table("hidden");
        Features features = Features.of(hidden, "true_age", "true_income");
        Segmentation found =
                KMeansSearch.fit(Standardizer.fit(features).apply(features), 3, 10, 1).orderedBy(features.column("true_income"));
        List<String> segments = hidden.stringColumn("segment").asList();
        int[] truth = segments.stream().mapToInt(SEGMENTS::indexOf).toArray();
        assertTrue(AdjustedRandIndex.of(truth, found.labels()) > 0.95, found.toString());
        // ordered by income, label and true segment agree by themselves: nobody rich gets the entry coupon
        ServiceRules rules = ServiceRules.read(DataPackage.read(Path.of("data/service")), "rules");
        Map<String, String> byName = Map.of(
                "starter", rules.service("starter", "medium"), "core", rules.service("core", "medium"), "premium", rules.service("premium", "medium"));
        int[] labels = found.labels();
        long right = IntStream.range(0, labels.length)
                .filter(i -> rules.service(SEGMENTS.get(labels[i]), "medium").equals(byName.get(segments.get(i))))
                .count();
        assertTrue(right > 0.98 * labels.length, right + " of " + labels.length);
    }
}
