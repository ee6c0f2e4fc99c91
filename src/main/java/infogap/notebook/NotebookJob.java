package infogap.notebook;

import infogap.numeric.Checks;
import java.nio.file.Path;

/// A notebook to execute.
///
/// @param name     what results and messages call it
/// @param notebook what to execute
/// @param folder   the kernel's working folder; Jupyter takes the notebook's own
public record NotebookJob(String name, Notebook notebook, Path folder) {

    /// @throws IllegalArgumentException when a part is missing
    public NotebookJob {
        Checks.text("name", name);
        Checks.present("notebook", notebook);
        Checks.present("folder", folder);
    }

    /// The notebook in a file, called by the file's name, to be executed in the file's folder.
    ///
    /// @throws NotebookFormatException when the file is not a notebook of nbformat 4
    public static NotebookJob of(Path file) {
        return new NotebookJob(file.getFileName().toString(), Notebook.read(file), file.toAbsolutePath().getParent());
    }
}
