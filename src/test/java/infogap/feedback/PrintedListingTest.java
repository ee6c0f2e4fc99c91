package infogap.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.feedback.store.AppendResult;
import infogap.feedback.store.Database;
import infogap.feedback.store.FeedbackStore;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Document 002's claims about its code, 2-15 to 2-25, settled: the listing as printed beside the system of this project.
class PrintedListingTest {

    @TempDir
    private Path folder;

    private Connection connection;
    private PrintedListing listing;

    @BeforeEach
    void freshDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("printed.db"));
        listing = new PrintedListing(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private void createTables() throws SQLException {
        execute(PrintedListing.TABLES.toArray(String[]::new));
    }

    private int feedbackRows() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM feedback")) {
            return row.getInt(1);
        }
    }

    /// 2-15: one import of the listing is in no package that is installed.
    @Test
    void anImportIsNotInstalled() {
        Set<String> available = new HashSet<>(PrintedListing.INSTALLED);
        available.addAll(PrintedListing.INSTALLED_ALONG);
        List<String> missing = PrintedListing.PACKAGE_OF_IMPORT.entrySet().stream()
                .filter(entry -> !available.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of("flask_sqlalchemy"), missing);
    }

    /// 2-16: what is installed before the environment is activated is installed outside it.
    @Test
    void theEnvironmentIsActivatedAfterTheInstallation() {
        List<PrintedListing.Step> outside = new ArrayList<>();
        for (PrintedListing.Step step : PrintedListing.Step.values()) {
            if (step == PrintedListing.Step.ACTIVATE_ENVIRONMENT) {
                break;
            }
            outside.add(step);
        }
        assertEquals(3, outside.size());
    }

    /// 2-17: on a fresh database both routes fail, because nothing creates the tables.
    @Test
    void nothingCreatesTheTables() {
        assertFalse(PrintedListing.DONE.contains(PrintedListing.Duty.CREATE_TABLES));
        assertTrue(assertThrows(SQLException.class, listing::index).getMessage().contains("no such table: user"));
        assertTrue(assertThrows(SQLException.class, () -> listing.postFeedback(1, "text")).getMessage().contains("no such table: feedback"));
    }

    /// 2-18 and 2-24: with tables the users can be read, but the page to show them on is not among the printed files.
    @Test
    void theTemplateIsMissing() throws SQLException {
        createTables();
        execute("INSERT INTO user VALUES (1, 'Alice', 0.3), (2, 'Bob', 0.7)");
        assertEquals(List.of("Alice 0.3", "Bob 0.7"), listing.index());
        assertFalse(PrintedListing.FILES.contains(PrintedListing.RENDERED));
        assertFalse(Files.exists(folder.resolve(PrintedListing.RENDERED)));
    }

    /// 2-19: nothing starts a server.
    @Test
    void nothingStartsTheServer() {
        assertFalse(PrintedListing.DONE.contains(PrintedListing.Duty.START_SERVER));
    }

    /// 2-20 and 2-23: given tables and rows, one feedback raises Alice from 0.3 to 0.4 and leaves Bob at 0.7.
    @Test
    void givenTablesAndRowsTheScoresAreAsPrinted() throws SQLException {
        createTables();
        execute("INSERT INTO user VALUES (1, 'Alice', 0.3), (2, 'Bob', 0.7)");
        listing.postFeedback(1, "text");
        assertEquals(0.4, listing.trustScore(1));
        assertEquals(0.7, listing.trustScore(2));
        assertEquals(1, feedbackRows());
    }

    /// 2-21: after eight feedbacks, complaints too, the double is 1.0999999999999999; the exact sum is 11/10. Neither is a degree of trust.
    @Test
    void eightFeedbacksLeaveTheUnitInterval() throws SQLException {
        createTables();
        execute("INSERT INTO user VALUES (1, 'Alice', 0.3)");
        for (int i = 0; i < 8; i++) {
            listing.postFeedback(1, "a complaint");
        }
        assertEquals("1.0999999999999999", Double.toString(listing.trustScore(1)));
        TrustScore exact = TrustPolicy.AS_PRINTED.score(Feedbacks.ALICE, new Tally(0, 8));
        assertEquals("11/10", exact.exact());
        assertFalse(exact.isProbability());
        assertNotEquals(exact.asDouble(), listing.trustScore(1));
        // Beta reputation hears the complaints: (3/5)/(2 + 8)
        assertEquals("3/50", TrustPolicy.BETA.score(Feedbacks.ALICE, new Tally(0, 8)).exact());
    }

    /// 2-22 and 2-23: a new user has no score; the request fails after its feedback was committed.
    @Test
    void aNewUsersFeedbackIsStoredAndThenTheRequestFails() throws SQLException {
        createTables();
        execute("INSERT INTO user (id, username) VALUES (1, 'Carol')");
        assertThrows(NullPointerException.class, () -> listing.postFeedback(1, "text"));
        connection.rollback();
        assertEquals(1, feedbackRows(), "half of the request was written");
        assertNull(listing.trustScore(1), "and the other half was not");
    }

    /// Not among the claims, but the reason for a log: of two requests that read before either writes, one is lost.
    @Test
    void anUpdateIsLostBetweenReadingAndWriting() throws SQLException {
        createTables();
        execute("INSERT INTO user VALUES (1, 'Alice', 0.3)");
        double readByFirst = listing.trustScore(1);
        double readBySecond = listing.trustScore(1);
        execute("UPDATE user SET trust_score = " + (readByFirst + 0.1), "UPDATE user SET trust_score = " + (readBySecond + 0.1));
        assertEquals(0.4, listing.trustScore(1), "and not 0.5");
    }

    /// 2-25: the printed rule depends on no transparency, rate or threshold; the log of this system yields the transparency.
    @Test
    void theRuleIsNotTheModelOfTheArticlesSectionFour() {
        List<FeedbackEvent> slow = List.of(Feedbacks.event(1, Feedbacks.ALICE, FeedbackKind.POSITIVE, Feedbacks.START.plusSeconds(86_400)));
        List<FeedbackEvent> fast = List.of(Feedbacks.event(1, Feedbacks.ALICE, FeedbackKind.NEGATIVE, Feedbacks.START.plusSeconds(1)));
        // the model's trust depends on when and what; the rule's does not
        assertEquals(CustomerHistory.of(Feedbacks.ALICE, slow).score(TrustPolicy.AS_PRINTED),
                CustomerHistory.of(Feedbacks.ALICE, fast).score(TrustPolicy.AS_PRINTED));
    }

    /// The same requests to this system: a new customer has a score, and a request is stored whole or not at all.
    @Test
    void thisSystemDoesNoneOfThis() {
        try (FeedbackStore store = FeedbackStore.open(Database.inFolder(folder.resolve("sound")), () -> Feedbacks.START)) {
            store.addDemonstration();
            long carol = store.add("Carol", new BigDecimal("0.5")).orElseThrow().id();
            assertEquals("1/2", store.history(carol, 1).orElseThrow().score(TrustPolicy.BETA).exact());
            for (int i = 0; i < 8; i++) {
                assertTrue(store.append(new NewFeedback(1, FeedbackKind.NEGATIVE, "a complaint", "k" + i)) instanceof AppendResult.Stored);
            }
            CustomerHistory alice = store.history(1, 8).orElseThrow();
            assertEquals("1.1", alice.score(TrustPolicy.AS_PRINTED).toString());
            assertEquals("0.06", alice.score(TrustPolicy.BETA).toString());
        }
    }
}
