package infogap.claims;

import java.nio.file.Path;

/// A claims file that cannot be read: which file, which row, which column, and what would be right.
public final class ClaimsFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimsFileException(Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }

    ClaimsFileException(Path file, long row, String message, Throwable cause) {
        super(file + ", line " + row + ": " + message, cause);
    }
}
