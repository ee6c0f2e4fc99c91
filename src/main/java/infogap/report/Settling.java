package infogap.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import infogap.claims.Claim;
import infogap.claims.Evidence;
import infogap.claims.Ledger;
import infogap.claims.values.SentValue;
import infogap.claims.values.ValuesFile;
import infogap.notebook.CellType;
import infogap.notebook.ClaimEvidence;
import infogap.notebook.Notebook;
import infogap.notebook.NotebookRun;
import infogap.notebook.ValueEvidence;
import infogap.numeric.Checks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Brings together what the ledger asks and what was found: cards of our own kernel, values of any other, files of values, and cells that failed. What does not
/// fit is a problem with its place and stops nothing else.
public final class Settling {

    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\n]{1,100})[\"']");

    private final Ledger ledger;
    private final Map<String, List<Settlement.Place>> places = new LinkedHashMap<>();
    private final Map<String, Settlement.Failure> failures = new LinkedHashMap<>();
    private final Map<String, String> named = new HashMap<>();
    private final List<String> strays = new ArrayList<>();

    private Settling(Ledger ledger) {
        this.ledger = Checks.present("ledger", ledger);
    }

    /// Begins with nothing found.
    public static Settling of(Ledger ledger) {
        return new Settling(ledger);
    }

    /// What an executed notebook found and which of its cells failed.
    public Settling with(NotebookRun run) {
        with(run.name(), run.notebook());
        if (run instanceof NotebookRun.Failed failed) {
            failed.failures().forEach(failure -> failed(run.name(), failure));
        }
        return this;
    }

    /// What a notebook with outputs found.
    public Settling with(String name, Notebook notebook) {
        ClaimEvidence.in(name, notebook).forEach(this::with);
        notebook.cells().stream().filter(cell -> cell.type() == CellType.CODE)
                .forEach(cell -> quoted(cell.source()).forEach(id -> named.putIfAbsent(id, name + ", cell " + cell.id())));
        for (ValueEvidence sent : ValueEvidence.in(name, notebook)) {
            String place = name + ", cell " + sent.cellId();
            try {
                SentValue.of(parsed(sent.content())).forEach(value -> value(name, sent.cellId(), place, value));
            } catch (IllegalArgumentException | JsonParseException | UnsupportedOperationException e) {
                strays.add(place + ": " + e.getMessage());
            }
        }
        return this;
    }

    /// A card that a cell decided.
    ///
    /// @throws IllegalArgumentException if it is not what a card writes
    public Settling with(ClaimEvidence item) {
        Evidence evidence = Evidence.of(item.claim());
        found(new Settlement.Place(item.notebook(), item.cellId(), evidence));
        return this;
    }

    /// The files of values beside a claims file.
    public Settling withValuesBeside(Path claimsFile, Path project) {
        for (String name : ValuesFile.NAMES) {
            Path file = claimsFile.resolveSibling(name);
            if (Files.exists(file)) {
                ValuesFile values = ValuesFile.read(file);
                strays.addAll(values.problems());
                String shown = project.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
                values.entries().forEach(entry -> value(shown, entry.place(), shown + ", " + entry.place(), entry.value()));
            }
        }
        return this;
    }

    private static JsonElement parsed(JsonElement content) {
        return content.isJsonPrimitive() ? JsonParser.parseString(content.getAsString()) : content;
    }

    private void value(String source, String cell, String place, SentValue value) {
        attempt(place, () -> new Settlement.Place(source, cell, Evidence.of(value.check(ledger))));
    }

    private void attempt(String place, Supplier<Settlement.Place> check) {
        try {
            found(check.get());
        } catch (IllegalArgumentException e) {
            strays.add(place + ": " + e.getMessage());
        }
    }

    private void found(Settlement.Place place) {
        places.computeIfAbsent(place.evidence().id(), _ -> new ArrayList<>()).add(place);
    }

    /// A cell that failed failed the claims whose ids it names.
    private void failed(String notebook, NotebookRun.CellFailure failure) {
        Settlement.Failure place = new Settlement.Failure(notebook, failure.cell().id(), failure.error().toString());
        quoted(failure.cell().source()).forEach(id -> failures.putIfAbsent(id, place));
    }

    private static Stream<String> quoted(String source) {
        return QUOTED.matcher(source).results().map(match -> match.group(1));
    }

    /// The ledger with all that was found.
    public SettledLedger settled() {
        List<Settlement> settlements = new ArrayList<>();
        Map<String, List<Settlement.Place>> rest = new LinkedHashMap<>(places);
        for (Claim claim : ledger.claims()) {
            List<Settlement.Place> here = rest.remove(claim.id());
            if (here != null) {
                settlements.add(new Settlement.Checked(claim, here));
            } else if (claim.isWaived()) {
                settlements.add(new Settlement.Waived(claim));
            } else if (failures.containsKey(claim.id())) {
                settlements.add(new Settlement.Failed(claim, failures.get(claim.id())));
            } else {
                settlements.add(new Settlement.Unchecked(claim, named.getOrDefault(claim.id(), "")));
            }
        }
        List<String> unknown = new ArrayList<>(strays);
        rest.forEach((id, there) -> unknown.add("claim " + id + " in " + there.getFirst() + ": the ledger has no such claim"
                + near(id)));
        return new SettledLedger(ledger.papers(), settlements, unknown);
    }

    private String near(String id) {
        try {
            ledger.claim(id);
            return "";
        } catch (IllegalArgumentException e) {
            int hint = e.getMessage().indexOf("; did you mean");
            return hint < 0 ? "" : e.getMessage().substring(hint);
        }
    }
}
