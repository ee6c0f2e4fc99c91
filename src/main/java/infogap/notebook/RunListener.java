package infogap.notebook;

/// Hears how a run of several notebooks goes on. Called from the threads that execute, one call at a time.
public interface RunListener {

    /// A listener that does nothing.
    RunListener NONE = new RunListener() {};

    /// A notebook of a run.
    ///
    /// @param name   its name
    /// @param number its place in the run, from 1
    /// @param total  the number of notebooks in the run
    record Position(String name, int number, int total) {}

    /// A kernel is being started for the notebook.
    default void started(Position notebook) {}

    /// A code cell is about to be executed.
    ///
    /// @param cell  which code cell of the notebook, from 1
    /// @param cells the number of code cells
    default void cell(Position notebook, int cell, int cells) {}

    /// The notebook has been executed or has failed.
    default void finished(Position notebook, NotebookRun run) {}
}
