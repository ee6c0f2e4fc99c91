package infogap.feedback.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.store.Database;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {

    @TempDir
    private Path folder;

    private FeedbackStore open(String name) {
        return FeedbackStore.open(Database.inFolder(folder.resolve(name)), Instant::now);
    }

    private static void fill(FeedbackStore store) {
        store.addDemonstration();
        store.add("\u5361\u7f57\u5c14, \"Carol\"", new BigDecimal("0.25"));
        store.append(new NewFeedback(1, FeedbackKind.POSITIVE, "line one\nline \"two\", 谢谢; =1+1", "k1", Optional.of("Ann"), Optional.of("P-7")));
        store.append(new NewFeedback(3, FeedbackKind.NEGATIVE, "\u202E rtl and a tab\t.", "k2"));
        store.append(new NewFeedback(1, FeedbackKind.NEGATIVE, "late", "k3", Optional.empty(), Optional.of("P-8")));
        store.retract(3, "it was the other shop", "k4");
        store.append(new NewFeedback(2, FeedbackKind.POSITIVE, "fine", "k5", Optional.of("Ann"), Optional.empty()));
    }

    private static List<CustomerHistory> all(FeedbackStore store) {
        return store.customers(CustomerQuery.first(100), 100).items();
    }

    private void checkRoundTrip(FeedbackStore from, FeedbackStore to) throws IOException {
        fill(from);
        assertEquals(new CsvExport.Written(3, 5), CsvExport.write(from, folder.resolve("csv")));
        assertEquals(new CsvImport.Added(3, 5, 0), CsvImport.read(to, folder.resolve("csv")));
        assertEquals(all(from), all(to), "every event with its number, time, source and tally");
        assertEquals(List.of(), to.verify());
        assertEquals(new CsvImport.Added(0, 0, 8), CsvImport.read(to, folder.resolve("csv")), "a second time adds nothing");
        CsvExport.write(to, folder.resolve("again"));
        for (String file : List.of("customers.csv", "feedback.csv")) {
            assertEquals(Files.readString(folder.resolve("csv").resolve(file)), Files.readString(folder.resolve("again").resolve(file)));
        }
    }

    @Test
    void whatIsExportedIsImportedWithEveryEventAndScore() throws IOException {
        try (FeedbackStore from = open("from"); FeedbackStore to = open("to")) {
            checkRoundTrip(from, to);
        }
    }

    @Test
    void fromSqliteToPostgresql() throws IOException {
        Optional<PostgresServer> postgres = PostgresServer.start();
        assumeTrue(postgres.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        try (PostgresServer server = postgres.get();
                FeedbackStore from = open("from");
                FeedbackStore to = FeedbackStore.open(Database.at(server.newDatabase()), Instant::now)) {
            checkRoundTrip(from, to);
        }
    }

    /// What a stranger wrote is computed by no spreadsheet.
    @Test
    void aCellForASpreadsheetIsNoFormula() throws IOException {
        try (FeedbackStore store = open("from")) {
            store.add("=HYPERLINK(\"http://attacker.example\")", new BigDecimal("0.5"));
            store.append(new NewFeedback(1, FeedbackKind.POSITIVE, "-1+1", "@k", Optional.of("+Ann"), Optional.of("a=b")));
            store.append(new NewFeedback(1, FeedbackKind.POSITIVE, "\uFF1D1", "k2"));
            CsvExport.writeForSpreadsheet(store, folder.resolve("csv"));
            assertTrue(Files.readString(folder.resolve("csv/customers.csv")).contains("\"'=HYPERLINK(\"\"http://attacker.example\"\")\""));
            String feedback = Files.readString(folder.resolve("csv/feedback.csv"));
            assertTrue(feedback.contains(",positive,'-1+1,'@k,") && feedback.contains(",'+Ann,a=b,") && feedback.contains(",'\uFF1D1,"), feedback);
        }
    }

    @Test
    void whatAShopHasInItsSpreadsheetIsEnough() throws IOException {
        Files.writeString(folder.resolve("customers.csv"), "\ufeffname,city,initial_trust\r\nAnn,Ghent,0.5\r\n\"Bo, Jr.\",Lyon,1\r\n");
        Files.writeString(folder.resolve("feedback.csv"), "customer,kind,text,key\nAnn,positive,on time,row-1\n\"Bo, Jr.\",negative,late,row-2\n");
        try (FeedbackStore store = open("shop")) {
            assertEquals(new CsvImport.Added(2, 2, 0), CsvImport.read(store, folder));
            assertEquals(List.of("Ann", "Bo, Jr."), all(store).stream().map(history -> history.customer().name()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'Ann,neutral,t,k' | 'feedback.csv, line 3: kind must be ''positive'' or ''negative'', but is ''neutral'''",
        "'Nobody,positive,t,k' | 'feedback.csv, line 3: customer must be the name of a customer, but is ''Nobody'''",
        "'Ann,positive,,k' | 'feedback.csv, line 3: text must be'",
        "'Ann,positive,t,a b' | 'feedback.csv, line 3: idempotency key must be'",
        "'Ann,positive,other,first' | 'feedback.csv, line 3: key must be one of its own, but ''first'' belongs to event 1'",
        "'Ann,positive' | 'feedback.csv: '",
        "'Ann,positive,\"he said,k' | 'feedback.csv: Unclosed quote'"
    })
    void aWrongRowIsNamedAndNothingIsStored(String row, String message) throws IOException {
        Files.writeString(folder.resolve("customers.csv"), "name,initial_trust\nAnn,0.5\n");
        Files.writeString(folder.resolve("feedback.csv"), "customer,kind,text,key\nAnn,positive,t,first\n" + row + "\n");
        try (FeedbackStore store = open("shop")) {
            String refusal = assertThrows(IllegalArgumentException.class, () -> CsvImport.read(store, folder)).getMessage();
            assertTrue(refusal.startsWith(message), refusal);
            assertEquals(List.of(), all(store));
        }
    }

    @Test
    void aCustomerWithAnotherTrustAndAFolderWithoutFilesAreRefused() throws IOException {
        try (FeedbackStore store = open("shop")) {
            store.addDemonstration();
            assertThrows(IllegalArgumentException.class, () -> CsvImport.read(store, folder.resolve("nowhere")));
            Files.writeString(folder.resolve("customers.csv"), "name,initial_trust\nAlice,0.30\nBob,0.9\n");
            assertEquals("customers.csv, line 3: initial_trust must be 0.7, which the customer 'Bob' has already, but is 0.9",
                    assertThrows(IllegalArgumentException.class, () -> CsvImport.read(store, folder)).getMessage());
        }
    }

    @Test
    void allThatIsHeldAboutAPerson() {
        try (FeedbackStore store = open("shop")) {
            fill(store);
            JsonObject alice = JsonParser.parseString(PersonExport.ofCustomer(store, 1).orElseThrow()).getAsJsonObject();
            assertEquals("Alice", alice.get("name").getAsString());
            assertEquals(3, alice.getAsJsonArray("events").size());
            assertEquals("P-7", alice.getAsJsonArray("events").get(0).getAsJsonObject().get("purchase").getAsString());
            JsonObject ann = JsonParser.parseString(PersonExport.ofAuthor(store, "Ann")).getAsJsonObject();
            assertEquals(2, ann.getAsJsonArray("events").size());
            assertEquals(Optional.empty(), PersonExport.ofCustomer(store, 9));
        }
    }

    /// The copy is one of the moment, sound, and holds what a plain copy of the file beside its log would not.
    @Test
    void aBackupIsWholeWhileOthersWrite() throws Exception {
        try (FeedbackStore store = open("shop")) {
            fill(store);
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 300; i++) {
                    store.append(new NewFeedback(2, FeedbackKind.POSITIVE, "meanwhile", "m" + i));
                }
            });
            store.backUp(folder.resolve("copy/backup.db"));
            writer.join();
            assertThrows(UncheckedIOException.class, () -> store.backUp(folder.resolve("copy/backup.db")), "nothing is written over");
            try (FeedbackStore copy = FeedbackStore.open(Database.at("jdbc:sqlite:" + folder.resolve("copy/backup.db")), Instant::now)) {
                assertEquals(store.events(1), copy.events(1));
                assertEquals(store.events(2).subList(0, copy.events(2).size()), copy.events(2));
                assertEquals(List.of(), copy.verify());
            }
        }
    }

    /// What is erased is nowhere in the files; what stays proves the scores.
    @Test
    void anErasedPersonIsGoneAndTheScoresStay() throws IOException {
        String secret = "a-text-that-nobody-else-writes";
        try (FeedbackStore store = open("shop")) {
            store.addDemonstration();
            Customer zelda = store.add("Zelda-who-is-erased", new BigDecimal("0.5")).orElseThrow();
            store.append(new NewFeedback(zelda.id(), FeedbackKind.POSITIVE, secret, "k1", Optional.of("Quentin-the-author"), Optional.of("P-secret-1")));
            store.append(new NewFeedback(1, FeedbackKind.NEGATIVE, secret + "-2", "k2", Optional.of("Quentin-the-author"), Optional.empty()));
            store.append(new NewFeedback(1, FeedbackKind.POSITIVE, "stays", "k3", Optional.of("Ann"), Optional.empty()));
            List<CustomerHistory> before = all(store);
            assertEquals(1, store.eraseCustomer(zelda.id()).orElseThrow());
            assertEquals(1, store.eraseAuthor("Quentin-the-author"));
            assertTrue(store.eraseCustomer(zelda.id()).isEmpty());
            List<CustomerHistory> after = all(store);
            assertEquals(before.stream().map(CustomerHistory::tally).toList(), after.stream().map(CustomerHistory::tally).toList());
            assertEquals("Erased customer 3", after.get(2).customer().name());
            assertEquals(List.of("(erased)", "stays"), store.events(1).stream().map(event -> event.feedback().text()).toList());
            assertTrue(store.events(3).getFirst().erased());
            assertEquals(List.of(), store.verify());
            assertEquals(List.of(), store.eventsBy("Quentin-the-author"));
            // nothing more is taken about somebody who was erased
            store.append(new NewFeedback(zelda.id(), FeedbackKind.POSITIVE, "late", "k9"));
            assertEquals(1, store.events(3).size());
            for (Path file : Files.list(folder.resolve("shop")).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String gone : List.of(secret, "Zelda", "zelda", "Quentin", "P-secret")) {
                    assertFalse(bytes.contains(gone), file + " still holds " + gone);
                }
            }
        }
    }
}
