package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.claims.Accounts;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Influences;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.feedback.Customer;
import infogap.feedback.FeedbackKind;
import infogap.feedback.PrintedListing.Duty;
import infogap.feedback.PrintedListing.Step;
import infogap.feedback.PrintedListing;
import infogap.feedback.Tally;
import infogap.feedback.TrustPolicy;
import infogap.gap.privacy.RandomizedResponse;
import infogap.numeric.Fractions;
import infogap.trust.Transparency;
import infogap.trust.TrustModel;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Document 002 outside its equation: the listing of section 5, carried out on a fresh database, and what the text says of itself.
class Document002ListingTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final Customer ALICE = new Customer(1, "Alice", new BigDecimal("0.3"));

    private Connection connection;
    private PrintedListing listing;

    @BeforeEach
    void freshDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        listing = new PrintedListing(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /// The error of the first requirement that is not met; a listing that lacks nothing ends as intended.
    private static Finding.Listing needing(Stream<String> required, Set<String> available, Function<String, String> error) {
        return required.filter(item -> !available.contains(item)).findFirst()
                .map(item -> Finding.Listing.stops(error.apply(item)))
                .orElse(Finding.Listing.ends("runs", "runs"));
    }

    @Test
    void theSurroundingsAreIncomplete() {
        Set<String> available = new TreeSet<>(PrintedListing.INSTALLED);
        available.addAll(PrintedListing.INSTALLED_ALONG);
        confirm("2-15", needing(
                PrintedListing.PACKAGE_OF_IMPORT.values().stream().sorted(), available, missing -> "ModuleNotFoundError: " + missing));
        Finding template = new Finding.Missing(
                Finding.Missing.What.INPUTS, List.of(PrintedListing.RENDERED), List.copyOf(PrintedListing.FILES));
        confirm("2-18", template);
        confirm("2-24", new Finding.Missing(
                Finding.Missing.What.INPUTS, List.of(PrintedListing.RENDERED), List.copyOf(PrintedListing.FILES)));
        Set<String> done = new TreeSet<>();
        PrintedListing.DONE.forEach(duty -> done.add(duty.name()));
        confirm("2-19", needing(Stream.of(Duty.ROUTE_INDEX.name(), Duty.START_SERVER.name()), done, missing -> "no " + missing));
    }

    @Test
    void packagesAreInstalledOutsideTheEnvironment() {
        List<Case> installed = new ArrayList<>();
        boolean active = false;
        for (Step step : Step.values()) {
            if (step == Step.ACTIVATE_ENVIRONMENT) {
                active = true;
            } else {
                installed.add(new Case(step + " inside the environment", active));
            }
        }
        assertEquals(3, installed.size());
        confirm("2-16", new Finding.Statement(installed));
    }

    @Test
    void aFreshDatabaseHasNoTables() {
        SQLException failure = assertThrows(SQLException.class, () -> listing.index());
        confirm("2-17", Finding.Listing.stops(failure.getMessage()));
        assertThrows(SQLException.class, () -> listing.postFeedback(1, "text"));
    }

    @Test
    void aFeedbackRaisesTheScore() throws SQLException {
        createTables("INSERT INTO user VALUES (1, 'Alice', 0.3), (2, 'Bob', 0.7)");
        listing.postFeedback(1, "text");
        Tally one = new Tally(1, 0);
        confirm("2-20", new Finding.Statement(List.of(
                new Case("Alice, exactly", TrustPolicy.AS_PRINTED.score(ALICE, one).exact().equals("2/5")),
                new Case("Alice, as stored", listing.trustScore(1) == 0.4),
                new Case("Bob, as stored", listing.trustScore(2) == 0.7))));
        List<Case> raised = new ArrayList<>();
        for (int tenths = 0; tenths <= 10; tenths++) {
            BigFraction before = Fractions.of(tenths, 10);
            for (FeedbackKind kind : FeedbackKind.values()) {
                raised.add(new Case(kind + " from " + Fractions.format(before),
                        TrustPolicy.AS_PRINTED.score(before, Tally.NONE.plus(kind)).value().compareTo(before) > 0));
            }
        }
        confirm("2-23", new Finding.Statement(raised));
    }

    @Test
    void theScoreIsNoDegreeOfTrust() throws SQLException {
        createTables("INSERT INTO user VALUES (1, 'Alice', 0.3)");
        List<Case> scores = new ArrayList<>();
        for (int complaints = 1; complaints <= 8; complaints++) {
            listing.postFeedback(1, "a complaint");
            scores.add(new Case("after " + complaints, TrustPolicy.AS_PRINTED.score(ALICE, new Tally(0, complaints)).isProbability()));
        }
        assertEquals("1.0999999999999999", Double.toString(listing.trustScore(1)));
        assertEquals("11/10", TrustPolicy.AS_PRINTED.score(ALICE, new Tally(0, 8)).exact());
        assertEquals(7, scores.stream().filter(Case::holds).count(), "up to exactly 1 after seven");
        confirm("2-21", new Finding.Statement(scores));
        assertEquals("3/50", TrustPolicy.BETA.score(ALICE, new Tally(0, 8)).exact(), "Beta reputation hears the complaints");
    }

    @Test
    void aNewUsersRequestIsHalfWritten() throws SQLException {
        createTables("INSERT INTO user (id, username) VALUES (1, 'Carol')");
        NullPointerException failure = assertThrows(NullPointerException.class, () -> listing.postFeedback(1, "text"));
        connection.rollback();
        try (var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT COUNT(*) FROM feedback")) {
            assertEquals(1, count.getInt(1));
            confirm("2-22", Finding.Listing.stops("TypeError (" + failure.getClass().getSimpleName() + "), feedback rows: " + count.getInt(1)));
        }
    }

    @Test
    void theSystemIsNotTheModel() {
        BigFraction initial = Fractions.of(1, 2);
        BigFraction model = TrustModel.linear(0.5, 1, 0).under(Transparency.ramp(0.2, 0.1)).exact(BigFraction.ONE).orElseThrow();
        BigFraction system = TrustPolicy.AS_PRINTED.score(initial, Tally.NONE).value();
        assertEquals("3/4", Fractions.format(model));
        confirm("2-25", Accounts.of("T(1)", "the model", Fractions.format(model), "the system", Fractions.format(system)));
    }

    @Test
    void noiseProtectsAsMuchAsEpsilonSays() {
        List<Readings.Reading> readings = new ArrayList<>();
        for (double epsilon : new double[] {0, 1, Math.log(9), 10}) {
            double truthful = RandomizedResponse.ofEpsilon(List.of("yes", "no"), epsilon).probability(0, 0);
            assertEquals(Math.exp(epsilon) / (1 + Math.exp(epsilon)), truthful, 1e-15);
            readings.add(Readings.holds("ε = " + epsilon, 1 - truthful > 0.25, "true with probability " + truthful));
        }
        confirm("2-30", new Readings(readings));
    }

    @Test
    void whatTheDocumentSaysOfItself() {
        Influences bias = Influences.of(
                List.of("two-way communication → transparency", "transparency → more trust", "decision bias → more trust"),
                List.of("two-way communication → more trust", "decision bias ⊣ more trust"));
        assertEquals(1, bias.contradicted().size(), "the chain from communication to trust is right");
        confirm("2-26", bias);
        confirm("2-27", Influences.of(
                List.of("two-way communication → trust", "trust → incentives"),
                List.of("trust → two-way communication", "incentives → two-way communication")));
        confirm("2-35", Influences.of(
                List.of("transparency → trust", "trust → expectations", "sharing → expectations"),
                List.of("sharing → expectations", "expectations → trust")));
        confirm("2-36", Influences.of(
                List.of("allocation → behaviour", "transparency → behaviour"),
                List.of("transparency → behaviour", "behaviour → allocation")));
        confirm("2-37", new Accounts(
                "7.1", Map.of("lines 394 and 422", "a series of blog posts", "lines 398 and 426", "a book", "lines 402 and 428", "a book"),
                "7.3", Map.of("lines 394 and 422", "a paper", "lines 398 and 426", "a paper", "lines 402 and 428", "a paper")));
        confirm("2-38", new Finding.Missing(
                Finding.Missing.What.EVIDENCE,
                List.of("audit", "survey", "promises kept", "reward", "punishment"),
                PrintedListing.DONE.stream().map(Duty::name).toList()));
        confirm("2-33", new Finding.Missing(
                Finding.Missing.What.INPUTS, List.of("item 1", "item 2", "item 3"), List.of("item 1", "item 2")));
        confirm("2-34", new Finding.Missing(
                Finding.Missing.What.EVIDENCE, List.of("a return rate before and after", "a count of complaints before and after"), List.of()));
    }

    private void createTables(String rows) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String table : PrintedListing.TABLES) {
                statement.executeUpdate(table);
            }
            statement.executeUpdate(rows);
        }
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }
}
