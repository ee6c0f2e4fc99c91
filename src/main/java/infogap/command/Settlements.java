package infogap.command;

import infogap.claims.Ledger;
import infogap.claims.Paper;
import infogap.claims.values.ValuesFile;
import infogap.notebook.NotebookRun;
import infogap.report.SettledLedger;
import infogap.report.Settling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The ledger of a project, settled by what its notebooks and its files of values found.
final class Settlements {

    private Settlements() {}

    static SettledLedger of(Ledger ledger, List<NotebookRun> runs, Path project) {
        Settling settling = Settling.of(ledger);
        runs.forEach(settling::with);
        for (Paper paper : ledger.papers()) {
            settling.withValuesBeside(paper.claimsFile(), project);
        }
        return settling.settled();
    }

    /// Whether a script left values beside a claims file, so that a project may do without notebooks.
    static boolean hasValues(Ledger ledger) {
        return ledger.papers().stream().anyMatch(paper -> ValuesFile.NAMES.stream().anyMatch(name -> Files.exists(paper.claimsFile().resolveSibling(name))));
    }
}
