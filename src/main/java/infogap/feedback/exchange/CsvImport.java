package infogap.feedback.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import infogap.feedback.Customer;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.store.AppendResult;
import infogap.feedback.store.BulkWriter;
import infogap.feedback.store.FeedbackStore;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what [CsvExport] writes, or what somebody else wrote in its columns: all of it, or nothing where a row is wrong.
///
/// - `customers.csv`: `name`, `initial_trust`. A customer who is there already must have the same initial trust.
/// - `feedback.csv`: `customer` (a name), `kind`, `text`, `key`; and where they are known `received_at` (ISO 8601, otherwise now), `author`, `purchase`,
///   and for retractions `retracts` with the `number` of an earlier row. What has a key that is there already counts once.
///
/// Either file may be missing, other columns are not looked at.
public final class CsvImport {

    private final BulkWriter writer;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private long addedCustomers;
    private long addedEvents;
    private long known;

    private CsvImport(BulkWriter writer) {
        this.writer = writer;
    }

    /// What came of it.
    ///
    /// @param customers how many customers were added
    /// @param events    how many events were added
    /// @param known     how many rows were there already
    public record Added(long customers, long events, long known) {}

    /// Reads the files of a folder in one transaction.
    ///
    /// @throws IllegalArgumentException if a row is wrong, with the file, the line, the column and the value; nothing is stored then
    /// @throws UncheckedIOException     if a file cannot be read
    public static Added read(FeedbackStore store, Path folder) {
        Checks.present("store", store);
        Path customers = Checks.present("folder", folder).resolve(Columns.CUSTOMERS);
        Path feedback = folder.resolve(Columns.FEEDBACK);
        if (!Files.isRegularFile(customers) && !Files.isRegularFile(feedback)) {
            throw new IllegalArgumentException(folder + " must hold " + Columns.CUSTOMERS + " or " + Columns.FEEDBACK + ", but holds neither");
        }
        Added added = store.inOneTransaction(writer -> {
            CsvImport run = new CsvImport(writer);
            run.each(customers, List.of(Columns.NAME, Columns.INITIAL_TRUST), run::customer);
            run.each(feedback, List.of(Columns.CUSTOMER, Columns.KIND, Columns.TEXT, Columns.KEY), run::event);
            return new Added(run.addedCustomers, run.addedEvents, run.known);
        });
        store.analyse();
        return added;
    }

    private void each(Path file, List<String> needed, Consumer<NamedCsvRecord> row) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().allowUnclosedQuote(false).detectBomHeader(true).ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord record : rows) {
                for (String column : needed) {
                    if (record.findField(column).isEmpty()) {
                        throw new IllegalArgumentException(file.getFileName() + ": the column '" + column + "' is missing in the header or in line "
                                + record.getStartingLineNumber());
                    }
                }
                try {
                    row.accept(record);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file.getFileName() + ", line " + record.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }

    private void customer(NamedCsvRecord row) {
        String name = Customer.checkedName(row.getField(Columns.NAME));
        BigDecimal trust = Customer.checkedTrust(decimal(row.getField(Columns.INITIAL_TRUST)));
        Optional<Customer> there = writer.named(name);
        if (there.isPresent() && there.get().initialTrust().compareTo(trust) != 0) {
            throw new IllegalArgumentException(Columns.INITIAL_TRUST + " must be " + there.get().initialTrust().toPlainString()
                    + ", which the customer '" + name + "' has already, but is " + trust.toPlainString());
        }
        if (there.isEmpty()) {
            writer.add(name, trust);
            addedCustomers++;
        } else {
            known++;
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Columns.INITIAL_TRUST + " must be a decimal in [0, 1], but is '" + text + "'", e);
        }
    }

    private void event(NamedCsvRecord row) {
        Customer customer = customers.computeIfAbsent(row.getField(Columns.CUSTOMER), name -> writer.named(name).orElseThrow(
                () -> new IllegalArgumentException(Columns.CUSTOMER + " must be the name of a customer, but is '" + name + "'")));
        String key = row.getField(Columns.KEY);
        Instant at = optional(row, Columns.RECEIVED_AT).map(CsvImport::instant).orElse(writer.now());
        Optional<String> retracts = optional(row, Columns.RETRACTS);
        AppendResult result = retracts.isEmpty()
                ? writer.append(new NewFeedback(customer.id(), FeedbackKind.of(row.getField(Columns.KIND)), row.getField(Columns.TEXT), key,
                        optional(row, Columns.AUTHOR), optional(row, Columns.PURCHASE)), at)
                : writer.retract(retracted(retracts.get()), row.getField(Columns.TEXT), key, at);
        long id = switch (result) {
            case AppendResult.Stored stored -> {
                addedEvents++;
                yield stored.event().id();
            }
            case AppendResult.Repeated repeated -> {
                known++;
                yield repeated.event().id();
            }
            case AppendResult.KeyTaken taken -> throw new IllegalArgumentException(
                    Columns.KEY + " must be one of its own, but '" + key + "' belongs to event " + taken.earlier().id() + ", which is a different one");
            case AppendResult.AlreadyRetracted already -> throw new IllegalArgumentException(
                    Columns.RETRACTS + " must be a feedback that stands, but " + retracts.orElse("") + " was retracted before");
            case AppendResult.UnknownFeedback unknown -> throw new IllegalArgumentException(
                    Columns.RETRACTS + " must be the number of a feedback, but " + retracts.orElse("") + " is a retraction");
            case AppendResult.UnknownCustomer unknown -> throw new IllegalArgumentException(
                    Columns.CUSTOMER + " must not be erased, but '" + customer.name() + "' is");
            case AppendResult.AlreadyGiven given -> throw new IllegalStateException(given.toString());
            case AppendResult.SourceMissing missing -> throw new IllegalStateException(missing.toString());
        };
        optional(row, Columns.NUMBER).ifPresent(number -> numbers.put(number, id));
    }

    private long retracted(String number) {
        Long id = numbers.get(number);
        if (id == null) {
            throw new IllegalArgumentException(Columns.RETRACTS + " must be the number of an earlier row, but is '" + number + "'");
        }
        return id;
    }

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return row.findField(column).filter(value -> !value.isBlank());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(Columns.RECEIVED_AT + " must be a time such as 2026-03-04T05:06:07Z, but is '" + text + "'", e);
        }
    }
}
