package infogap.report;

import infogap.claims.Claim;
import infogap.claims.Evidence;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;

/// What became of one claim.
public sealed interface Settlement {

    /// The claim.
    Claim claim();

    /// What is wrong with it for whoever maintains the ledger; empty when all is as it should be.
    List<String> problems();

    /// The word for how the claim stands to what the ledger expects: `as pinned`, `changed`, `waived`, `failed` or `unchecked`.
    String status();

    /// The word in a column of verdicts: the verdict's own, or the status of a claim that has none.
    default String verdict() {
        return status();
    }

    /// Where a notebook, or a file of values, settled a claim.
    ///
    /// @param notebook the notebook's name, or the file's
    /// @param cellId the cell's identifier, or the place in the file
    /// @param evidence what the cell found
    record Place(String notebook, String cellId, Evidence evidence) {
        public Place {
            Checks.text("notebook", notebook);
            Checks.text("cellId", cellId);
            Checks.present("evidence", evidence);
        }

        /// Whether it is a cell of a notebook.
        public boolean isCell() {
            return notebook.endsWith(".ipynb");
        }

        @Override
        public String toString() {
            return notebook + ", " + (isCell() ? "cell " : "") + cellId;
        }
    }

    /// A cell that was to check a claim and failed.
    ///
    /// @param notebook the notebook's name
    /// @param cellId the cell's identifier
    /// @param error why
    record Failure(String notebook, String cellId, String error) {
        public Failure {
            Checks.text("notebook", notebook);
            Checks.text("cellId", cellId);
            Checks.present("error", error);
        }
    }

    /// At least one notebook checked it.
    record Checked(Claim claim, List<Place> places) implements Settlement {
        public Checked {
            Checks.present("claim", claim);
            places = Checks.notEmpty("places", places);
        }

        /// What was found; every place must have found the same.
        public Evidence evidence() {
            return places.getFirst().evidence();
        }

        @Override
        public String status() {
            return problems().isEmpty() ? "as pinned" : "changed";
        }

        @Override
        public String verdict() {
            return evidence().verdict().label();
        }

        @Override
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            for (Place place : places) {
                Evidence found = place.evidence();
                List<String> changes = new ArrayList<>(found.changes());
                if (changes.isEmpty() && claim.pins() != Claim.Pins.NOTHING
                        && (found.verdict() != claim.pinned() || !found.origin().equals(claim.origin()))) {
                    changes.add("the verdict is '" + found.verdict().label() + "' (" + found.origin() + "), pinned is '"
                            + claim.pinned().label() + "' (" + claim.origin() + ")");
                }
                if (!found.agreesWith(evidence())) {
                    changes.add("the value is " + found.recomputed() + ", but " + places.getFirst() + " found "
                            + evidence().recomputed());
                }
                if (!changes.isEmpty()) {
                    problems.add("claim " + claim.id() + " in " + place + ": " + String.join("; ", changes));
                }
            }
            return problems;
        }
    }

    /// The claims file says why nothing checks it.
    record Waived(Claim claim) implements Settlement {
        @Override
        public List<String> problems() {
            return List.of();
        }

        @Override
        public String status() {
            return "waived";
        }
    }

    /// The cell that was to check it failed.
    record Failed(Claim claim, Failure failure) implements Settlement {
        public Failed {
            Checks.present("claim", claim);
            Checks.present("failure", failure);
        }

        @Override
        public List<String> problems() {
            return List.of("claim " + claim.id() + " in " + failure.notebook() + ", cell " + failure.cellId() + ": the cell failed, so that it is not checked: "
                    + failure.error());
        }

        @Override
        public String status() {
            return "failed";
        }
    }

    /// No notebook checked it, and nothing says why.
    ///
    /// @param named the first cell that names the claim although no card of it came out, as in [Place#toString]; empty where there is none
    record Unchecked(Claim claim, String named) implements Settlement {
        public Unchecked {
            Checks.present("claim", claim);
            Checks.present("named", named);
        }

        @Override
        public List<String> problems() {
            String lost = named.isEmpty() ? "" : "; " + named + " names it, but neither a card nor a value of it came out; on another kernel than Infogap's a card comes out only where a cell ends with it";
            return List.of("claim " + claim.id() + ": no notebook checks it, and the claims file has no waiver (" + claim.row().inProject() + ")" + lost);
        }

        @Override
        public String status() {
            return "unchecked";
        }
    }
}
