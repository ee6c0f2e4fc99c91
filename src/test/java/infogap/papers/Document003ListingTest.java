package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Accounts;
import infogap.claims.Finding.Listing;
import infogap.claims.Finding.Missing;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.claims.Sources;
import infogap.customers.crm.CrmTruth;
import infogap.customers.detect.Detector;
import infogap.customers.detect.Label;
import infogap.customers.detect.Method;
import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.table.data.DataPackage;
import infogap.table.prepare.Features;
import infogap.table.prepare.Split;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// Document 003, sections 3, 5 and 6: the snippets, the detection script with scikit-learn's rules restated, and what the text says of them.
class Document003ListingTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final List<String> STEPS = List.of("read_csv", "dropna", "fit", "predict", "accuracy_score");

    /// A snippet by the names that it uses and those that it defines.
    private record Snippet(String section, List<String> uses, List<String> defines) {}

    /// Three product columns: a price, a brand, a rating.
    private static final List<List<Object>> WITH_BRAND = List.of(List.of(19.9, 5.5, 7.0), List.of("A", "B", "A"), List.of(4, 5, 3));
    private static final List<List<Object>> WITH_PRICE = List.of(List.of(19.9, 5.5, 7.0), List.of(1, 2, 1), List.of(4, 5, 3));
    private static final List<List<Object>> WHOLE = List.of(List.of(20, 6, 7), List.of(1, 2, 1), List.of(4, 5, 3));
    private static final List<List<Object>> TEXTS = List.of(List.of("A", "B", "A"), List.of("x", "y", "y"));
    private static final List<List<Object>> TWO_VALUES = List.of(List.of(1, 0, 1), List.of(0, 0, 1), List.of(1, 1, 0));

    @Test
    void everySnippetStopsAtAnUndefinedName() {
        List<Snippet> snippets = List.of(
                new Snippet("3-02", List.of("database"), List.of("users")),
                new Snippet("3-03", List.of("users"), List.of("users")),
                new Snippet("3-04", List.of("users"), List.of("features")),
                new Snippet("3-05", List.of("X_train"), List.of("model")),
                new Snippet("3-06", List.of("y_test"), List.of("accuracy")));
        Map<String, Listing> outcomes = carryOut(snippets, Set.of());
        for (String id : List.of("3-02", "3-05", "3-06")) {
            confirm(id, outcomes.get(id));
        }
        LEDGER.check("3-03", outcomes.get("3-03"), "3-02", withRepaired(snippets, "3-02").get("3-03")).confirm();
        LEDGER.check("3-04", outcomes.get("3-04"), "3-03", withRepaired(snippets, "3-03").get("3-04")).confirm();
        Map<String, Listing> connected = carryOut(snippets, Set.of("database"));
        assertEquals("", connected.get("3-04").error(), "with a database the first three run");
        assertEquals("NameError: name 'X_train' is not defined", connected.get("3-05").error());
    }

    @Test
    void theScriptStopsWhateverOrdinaryTableItReads() {
        for (List<List<Object>> table : List.of(WITH_BRAND, WITH_PRICE, WHOLE, TEXTS)) {
            assertTrue(!script(table).error().isEmpty(), table.toString());
        }
        assertEquals("", script(TWO_VALUES).error());
        // seen with scikit-learn 1.2.1: whole numbers, texts and zeros and ones are fitted, and only the last are scored
        for (List<List<Object>> table : List.of(WHOLE, TEXTS, TWO_VALUES)) {
            assertEquals("", fitting(table).error(), table.toString());
        }
        assertEquals(scoring(WHOLE), scoring(TEXTS));
        LEDGER.check("3-23", script(WITH_PRICE), "3-24", script(TWO_VALUES)).confirm();
        confirm("3-24", fitting(WITH_PRICE));
        confirm("3-25", scoring(WHOLE));
        assertThrows(IllegalArgumentException.class, () -> Label.of(joined(), "asymmetry", "yes"));
    }

    @Test
    void nothingIsHeldOut() {
        List<String> fitted = List.of("user_features", "product_features");
        Map<String, String> assigned = Map.of("X_test", "user_features", "y_test", "product_features");
        Table rows = joined().dropRowsWithMissingValues();
        Split split = Split.random(rows.rowCount(), 0.2, 42);
        Detector tree = Detector.fit(
                seen(split.train(rows)), quality(split.train(rows)), new Method.Tree(Method.Impurity.GINI, 30, 1));
        double own = accuracy(tree, split.train(rows));
        double heldOut = accuracy(tree, split.test(rows));
        assertTrue(own > heldOut + 0.1, own + " against " + heldOut);
        confirm("3-26", new Finding.Statement(List.of(
                new Case("other tables", Collections.disjoint(fitted, assigned.values())),
                new Case("same accuracy", Math.abs(own - heldOut) < 0.02))));
    }

    @Test
    void outliersSurviveDropna() {
        Table complete = joined().dropRowsWithMissingValues();
        long slips = IntStream.range(0, complete.rowCount())
                .filter(i -> complete.doubleColumn("income").get(i) > 10 * complete.doubleColumn("true_income").get(i))
                .count();
        confirm("3-27", new Finding.Statement(List.of(
                new Case("missing values", complete.rowCount() < joined().rowCount()), new Case("outliers", slips == 0))));
    }

    @Test
    void rowsAreMatchedByNoKey() {
        List<Integer> users = List.of(1, 3, 4, 5, 6);
        List<Integer> products = List.of(1, 2, 3, 4, 6);
        List<Integer> byKey = users.stream().filter(products::contains).toList();
        assertEquals(List.of(1, 3, 4, 6), byKey);
        boolean byPosition = IntStream.range(0, 5).allMatch(i -> users.get(i).equals(products.get(i)));
        confirm("3-28", Readings.of(
                Readings.holds("by position", byPosition, users + " with " + products),
                Readings.holds("by a key", products.containsAll(byKey), byKey.toString())));
    }

    @Test
    void theTablesDoNotSayWhoKnowsWhat() {
        Distribution<String> quality = Distribution.binary("high", "low", CrmTruth.HIGH_QUALITY);
        double knowing = InformationGap.of(quality, Channel.perfect(quality.states()), LogScore.bits()).remaining();
        double notKnowing = InformationGap.of(
                        quality, Channel.uninformative(quality.states(), Distribution.uniform(List.of("-"))), LogScore.bits())
                .remaining();
        // h(0.6)
        assertEquals(-(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4)) / Math.log(2), notKnowing, 1e-13);
        confirm("3-29", new Finding.Statement(List.of(new Case("equal tables, equal gaps", knowing == notKnowing))));
    }

    @Test
    void banksGainByReducingTheAsymmetry() {
        Distribution<String> borrower = Distribution.binary("fails", "pays", 0.2);
        confirm("3-32", Readings.of(
                knowing("as it is", borrower, Channel.uninformative(borrower.states(), Distribution.uniform(List.of("-")))),
                knowing("screened", borrower, Channel.binary(borrower.states(), List.of("flagged", "passed"), 0.9, 0.1))));
    }

    @Test
    void whatIsNotGiven() {
        confirm("3-30", new Missing(Missing.What.INPUTS, List.of("user_data.csv", "product_data.csv", "a printed accuracy"), List.of()));
        confirm("3-31", new Missing(Missing.What.EVIDENCE, List.of("cross-validation"), STEPS));
        confirm("3-33", new Missing(Missing.What.EVIDENCE, List.of("conversion", "advertising cost", "bad-debt rate"), List.of()));
        confirm("3-41", new Missing(Missing.What.EVIDENCE, List.of("normalisation", "a choice among models", "recall", "F1"), STEPS));
    }

    @Test
    void oneSettingAndNoDatabase() {
        // the default of n_estimators since scikit-learn 0.22
        int defaultTrees = 100;
        List<Integer> tried = List.of(100);
        confirm("3-34", new Finding.Statement(List.of(new Case("a choice", tried.size() > 1 || tried.getFirst() != defaultTrees))));
        confirm("3-35", Accounts.of("where the data come from", "5.3", "the firm's database", "5.2", "two CSV files"));
    }

    @Test
    void whatTheDocumentCites() {
        confirm("3-36", Accounts.of(
                "the paper of Milgrom and Roberts", "7.3.1", "Information Markets",
                "references", "Information Economics, an Analytical Overview"));
        for (String id : List.of("3-37", "3-38", "3-39", "3-40")) {
            confirm(id, Sources.find().of(id));
        }
        // the list of references has the seven at line 476 and at the six lines 480 to 485
        assertEquals(1 + 485 - 480 + 1, Sources.find().of("3-40").works().size());
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    /// In Python a snippet stops at the first name that nothing has defined, and then defines nothing itself.
    private static Map<String, Listing> carryOut(List<Snippet> snippets, Set<String> given) {
        Set<String> names = new HashSet<>(given);
        Map<String, Listing> outcomes = new LinkedHashMap<>();
        for (Snippet snippet : snippets) {
            List<String> missing = snippet.uses().stream().filter(name -> !names.contains(name)).toList();
            if (missing.isEmpty()) {
                names.addAll(snippet.defines());
            }
            outcomes.put(snippet.section(), missing.isEmpty()
                    ? Listing.ends("runs", "runs")
                    : Listing.stops("NameError: name '" + missing.getFirst() + "' is not defined"));
        }
        return outcomes;
    }

    /// What each snippet does once this one no longer stops.
    private static Map<String, Listing> withRepaired(List<Snippet> snippets, String section) {
        return carryOut(snippets.stream()
                .map(snippet -> snippet.section().equals(section) ? new Snippet(section, List.of(), snippet.defines()) : snippet)
                .toList(), Set.of());
    }

    private static Readings.Reading knowing(String how, Distribution<String> states, Channel<String, ?> seen) {
        InformationGap<?, String, ?> gap = InformationGap.of(states, seen, LogScore.bits());
        return Readings.holds(how, gap.remaining() < gap.total(), gap.remaining() + " bits unknown");
    }

    /// The script once its two files are there.
    private static Listing script(List<List<Object>> targets) {
        return fitting(targets).error().isEmpty() ? scoring(targets) : fitting(targets);
    }

    private static Listing fitting(List<List<Object>> targets) {
        return switch (kind(targets)) {
            case "mixed" -> Listing.stops("TypeError: text and numbers cannot be sorted");
            case "continuous-multioutput" -> Listing.stops("ValueError: Unknown label type: continuous-multioutput");
            default -> Listing.ends("fitted", "fitted");
        };
    }

    private static Listing scoring(List<List<Object>> targets) {
        return kind(targets).equals("multiclass-multioutput")
                ? Listing.stops("ValueError: multiclass-multioutput is not supported")
                : Listing.ends("a score", "a score");
    }

    /// What scikit-learn calls the type of a target of several columns.
    private static String kind(List<List<Object>> targets) {
        List<Object> values = targets.stream().flatMap(List::stream).toList();
        boolean text = values.stream().anyMatch(String.class::isInstance);
        boolean number = values.stream().anyMatch(Number.class::isInstance);
        boolean decimal = values.stream().anyMatch(value -> value instanceof Number n && n.doubleValue() != Math.rint(n.doubleValue()));
        if (text && number) {
            return "mixed";
        }
        if (decimal) {
            return "continuous-multioutput";
        }
        return text || values.stream().distinct().count() > 2 ? "multiclass-multioutput" : "multilabel-indicator";
    }

    private static Table joined() {
        DataPackage crm = DataPackage.read(Path.of("data/crm"));
        return crm.table("customers").joinOn("customer_id").with(crm.table("hidden")).join();
    }

    private static Features seen(Table table) {
        return Features.of(table, "price", "warranty_months", "review_score", "seller_years");
    }

    private static Label quality(Table table) {
        return Label.of(table, "quality", "high");
    }

    private static double accuracy(Detector detector, Table table) {
        return detector.evaluate(seen(table), quality(table), 0.5).confusion().accuracy();
    }
}
