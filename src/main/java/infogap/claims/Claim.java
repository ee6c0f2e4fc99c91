package infogap.claims;

import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One checkable statement of an article, in our own words, with what is printed and what is expected of a check.
///
/// @param id the claim's name, such as `4-07`: document and running number
/// @param document the article's file name; the folder's name where the claims file gives none
/// @param section the article's section
/// @param line the line or lines in the article
/// @param kind what sort of statement: arithmetic, formula, derivation, code, conclusion, …
/// @param claim the statement in our own words
/// @param inputs the article's inputs that the check starts from; those that we add stand behind `ours:`
/// @param printed what is printed, verbatim
/// @param correct the right value, kept exactly where it can be (`9/13`); `≈` marks a rounded decimal; empty when the claim
///     is not settled by a value
/// @param pinned the verdict that a check must reach; where the file pins none, the one by which the claim holds
/// @param origin where the error must come from
/// @param reason why, in one sentence for a reader
/// @param alsoAt further places that print the same; they are one claim
/// @param waiver why nothing checks the claim; empty for a claim that must be checked
/// @param pins how much of that the claims file pins
/// @param row where the claim stands in which file
/// @param own the columns of the file that are its author's own, by name
public record Claim(
        String id,
        String document,
        String section,
        String line,
        String kind,
        String claim,
        String inputs,
        Printed printed,
        Printed correct,
        Verdict pinned,
        Origin origin,
        String reason,
        String alsoAt,
        String waiver,
        Pins pins,
        Row row,
        Map<String, String> own) {

    /// What a claims file says of the outcome of a check.
    public enum Pins {
        /// Neither verdict nor value: the claim is expected to hold, whatever the value.
        NOTHING,
        /// The verdict; the file has no column for the value.
        VERDICT,
        /// Verdict and value.
        VALUE
    }

    /// A row of a claims file.
    ///
    /// @param file the file
    /// @param line its line in the file, from 1
    public record Row(Path file, long line) {
        public Row {
            Checks.present("file", file);
            Checks.atLeast("line", line, 1L);
        }

        /// `papers/mine/claims.csv, line 3`: the file with the two folders above it, wherever the project lies.
        public String inProject() {
            Path path = file.toAbsolutePath().normalize();
            return path.subpath(Math.max(0, path.getNameCount() - 3), path.getNameCount()).toString().replace('\\', '/') + ", line " + line;
        }

        @Override
        public String toString() {
            return file + ", line " + line;
        }
    }

    /// What stands in front of inputs that are not the article's.
    static final String OURS = "ours:";

    public Claim {
        Checks.text("id", id);
        Checks.text("document", document);
        Checks.present("section", section);
        Checks.present("kind", kind);
        Checks.text("claim", claim);
        Checks.present("line", line);
        Checks.present("inputs", inputs);
        Checks.present("printed", printed);
        Checks.present("correct", correct);
        Checks.present("verdict", pinned);
        Checks.present("origin", origin);
        Checks.present("reason", reason);
        Checks.present("also_at", alsoAt);
        Checks.present("waiver", waiver);
        Checks.present("pins", pins);
        Checks.present("row", row);
        own = Collections.unmodifiableMap(new LinkedHashMap<>(Checks.present("own", own)));
        if (pinned.isError() == (origin instanceof Origin.None)) {
            throw new IllegalArgumentException("origin must be " + (pinned.isError() ? "'root', 'inherited from …' or 'rounded from …'" : "empty")
                    + " where the verdict is '" + pinned.label() + "', but is '" + origin + "'");
        }
    }

    /// Whose inputs the check starts from: `the article's: 0.2, 0.9`, `ours: five points`, both, or empty where there are none.
    public String whoseInputs() {
        int ours = inputs.indexOf(OURS);
        return inputs.isBlank() || ours == 0 ? inputs : "the article's: " + inputs;
    }

    /// Whether the claims file says why nothing checks it.
    public boolean isWaived() {
        return !waiver.isBlank();
    }
}
