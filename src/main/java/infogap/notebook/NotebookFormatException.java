package infogap.notebook;

/// A file that is not a notebook of nbformat 4: the message names the file, the place in it and what would be right.
public final class NotebookFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotebookFormatException(String file, String place, String problem) {
        super(file + ": " + (place.isEmpty() ? "" : place + " ") + problem);
    }
}
