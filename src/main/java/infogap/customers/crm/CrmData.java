package infogap.customers.crm;

import infogap.table.data.DataPackage;
import infogap.table.data.DataResource;
import infogap.table.data.Field;
import infogap.table.data.FieldType;
import infogap.table.data.TableSchema;
import infogap.numeric.Checks;
import infogap.storage.AtomicFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A CRM data set drawn from [CrmTruth]: what the company's table shows, with its gaps and slips, and apart from it what only one
/// side knows.
///
/// `customers.csv` has missing ages, incomes and review scores (incomes more often above 60 years of age) and a few incomes that were
/// typed in fen instead of yuan, a hundred times too large. `hidden.csv` has, for the same customers, the segment, the quality of the
/// offer, and the true age and income. `outcomes.csv` has what came after: the month in which the customer came, the next purchase, and
/// whether the customer left.
///
/// @param seed where every number comes from
/// @param customers the text of `customers.csv`
/// @param hidden the text of `hidden.csv`
/// @param outcomes the text of `outcomes.csv`
public record CrmData(long seed, String customers, String hidden, String outcomes) {

    /// The seed and size of the set in `data/crm`.
    public static final long SEED = 20260101;

    /// The number of customers of the set in `data/crm`.
    public static final int ROWS = 3000;

    private static final String VISIBLE_HEADER =
            "customer_id,age,income,history,channel,purchase,price,warranty_months,review_score,seller_years,basket\n";
    private static final String HIDDEN_HEADER = "customer_id,segment,quality,true_age,true_income\n";
    private static final String OUTCOMES_HEADER = "customer_id,month,next_purchase,left\n";

    /// Draws a data set.
    ///
    /// @param rows at least 1
    /// @param seed the same seed gives the same bytes on every Java
    /// @throws IllegalArgumentException if there is no row
    public static CrmData generate(int rows, long seed) {
        Checks.atLeast("rows", rows, 1);
        CrmDraws draws = new CrmDraws(seed);
        CrmOutcomes later = new CrmOutcomes(seed, rows);
        StringBuilder customers = new StringBuilder(VISIBLE_HEADER);
        StringBuilder hidden = new StringBuilder(HIDDEN_HEADER);
        StringBuilder outcomes = new StringBuilder(OUTCOMES_HEADER);
        for (int id = 1; id <= rows; id++) {
            CrmDraws.Customer customer = draws.customer();
            customers.append(id).append(',').append(customer.visible()).append('\n');
            hidden.append(id).append(',').append(customer.hidden()).append('\n');
            outcomes.append(id).append(',').append(later.of(id, customer.known())).append('\n');
        }
        return new CrmData(seed, customers.toString(), hidden.toString(), outcomes.toString());
    }

    /// The set in `data/crm`.
    public static CrmData standard() {
        return generate(ROWS, SEED);
    }

    /// All files by name, the description last.
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("customers.csv", customers);
        files.put("hidden.csv", hidden);
        files.put("outcomes.csv", outcomes);
        files.put(DataPackage.FILE_NAME, description().toJson());
        return files;
    }

    /// Writes all files into the folder, each whole or not at all, the description last: it vouches for the others by their hashes.
    ///
    /// @throws UncheckedIOException if a file cannot be written
    public void writeTo(Path folder) {
        files().forEach((name, text) -> AtomicFile.write(folder.resolve(name), text));
    }

    private DataPackage description() {
        return new DataPackage(
                Path.of("."),
                "crm",
                "Customers, purchases and offers of an invented shop, with a quality that the buyer does not see",
                "CC0-1.0",
                "Invented: drawn by infogap.customers.crm.CrmData from the distributions in CrmTruth",
                OptionalLong.of(seed),
                List.of(
                        resource("customers", customers, visibleFields()),
                        resource("hidden", hidden, hiddenFields()),
                        resource("outcomes", outcomes, outcomeFields())));
    }

    private static DataResource resource(String name, String csv, List<Field> fields) {
        return new DataResource(
                name, name + ".csv", DataResource.hashOf(csv.getBytes(StandardCharsets.UTF_8)), new TableSchema(fields));
    }

    private static List<Field> visibleFields() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("customer_id", FieldType.INTEGER).key().described("", "joins customers and hidden"));
        fields.add(Field.of("age", FieldType.INTEGER).between(18, 80).described("years", "age; missing for about 1 in 100"));
        fields.add(Field.of("income", FieldType.NUMBER)
                .between(0, 10_000_000)
                .described("yuan", "monthly income; missing for about 3 in 100; about 5 in 1000 are in fen, 100 times too large"));
        fields.add(Field.of("history", FieldType.INTEGER).between(0, 1000).mandatory().described("", "number of earlier purchases"));
        fields.add(Field.of("channel", FieldType.STRING).oneOf("app", "store", "web").mandatory().described("", "where the customer buys"));
        fields.add(Field.of("purchase", FieldType.NUMBER).between(0, 100_000).mandatory().described("yuan", "this month's purchases"));
        fields.add(Field.of("price", FieldType.NUMBER).between(0, 10_000).mandatory().described("yuan", "price of the offer"));
        fields.add(Field.of("warranty_months", FieldType.INTEGER).between(0, 24).mandatory().described("months", "warranty of the offer"));
        fields.add(Field.of("review_score", FieldType.NUMBER)
                .between(1, 5)
                .described("stars", "mean review of the offer; missing for about 2 in 100"));
        fields.add(Field.of("seller_years", FieldType.INTEGER)
                .between(0, 200)
                .mandatory()
                .described("years", "the seller's time in business; says nothing about the quality"));
        fields.add(Field.of("basket", FieldType.STRING).mandatory().described("", "what was bought together, separated by semicolons"));
        return fields;
    }

    private static List<Field> hiddenFields() {
        return List.of(
                Field.of("customer_id", FieldType.INTEGER).key().described("", "joins customers and hidden"),
                Field.of("segment", FieldType.STRING)
                        .oneOf("starter", "core", "premium")
                        .mandatory()
                        .described("", "the segment that the customer was drawn from; nobody in the story sees it"),
                Field.of("quality", FieldType.STRING)
                        .oneOf("high", "low")
                        .mandatory()
                        .described("", "the offer's quality; the seller sees it and the buyer does not"),
                Field.of("true_age", FieldType.INTEGER).between(18, 80).mandatory().described("years", "age without gaps"),
                Field.of("true_income", FieldType.NUMBER)
                        .between(0, 100_000)
                        .mandatory()
                        .described("yuan", "monthly income without gaps and slips"));
    }

    private static List<Field> outcomeFields() {
        return List.of(
                Field.of("customer_id", FieldType.INTEGER).key().described("", "joins customers, hidden and outcomes"),
                Field.of("month", FieldType.INTEGER).between(1, CrmTruth.MONTHS).mandatory().described("", "the month in which the customer came"),
                Field.of("next_purchase", FieldType.NUMBER)
                        .between(0, 100_000)
                        .mandatory()
                        .described("yuan", "the purchases of the month after; its dependence on age changes in month " + CrmTruth.DRIFT_MONTH),
                Field.of("left", FieldType.BOOLEAN).mandatory().described("", "whether the customer left afterwards"));
    }
}
