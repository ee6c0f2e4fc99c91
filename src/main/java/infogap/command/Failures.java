package infogap.command;

import infogap.notebook.NotebookRun;
import java.util.List;

/// What to tell about notebooks that did not run to their end.
final class Failures {

    private Failures() {}

    /// In how many notebooks it was the kernel that failed.
    static long ofKernels(List<NotebookRun> runs) {
        return runs.stream().filter(run -> run instanceof NotebookRun.Failed failed && failed.reason().isPresent()).count();
    }

    static List<String> of(List<NotebookRun> runs) {
        return runs.stream()
                .filter(NotebookRun.Failed.class::isInstance)
                .map(NotebookRun::toString)
                .toList();
    }
}
