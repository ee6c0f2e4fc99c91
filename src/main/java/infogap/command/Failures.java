package infogap.command;

import infogap.notebook.NotebookRun;
import java.util.List;

/// What to tell about notebooks that did not run to their end.
final class Failures {

    private Failures() {}

    static List<String> of(List<NotebookRun> runs) {
        return runs.stream()
                .filter(NotebookRun.Failed.class::isInstance)
                .map(NotebookRun::toString)
                .toList();
    }
}
