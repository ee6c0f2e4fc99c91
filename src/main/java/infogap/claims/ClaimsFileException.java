package infogap.claims;

import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Claims files that cannot be read: which file, which row, which column, and what would be right, for everything that is wrong.
public final class ClaimsFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /// One thing that is wrong.
    ///
    /// @param file where
    /// @param line in which line, from 1; 0 where it is the whole file
    /// @param message what is wrong and what would be right
    public record Problem(Path file, long line, String message) {
        public Problem {
            Checks.present("file", file);
            Checks.atLeast("line", line, 0L);
            Checks.text("message", message);
        }

        @Override
        public String toString() {
            return file + (line == 0 ? "" : ", line " + line) + ": " + message;
        }
    }

    ClaimsFileException(Path file, String message, Throwable cause) {
        super(new Problem(file, 0, message).toString(), cause);
        problems = List.of(new Problem(file, 0, message));
    }

    ClaimsFileException(Path file, long line, String message, Throwable cause) {
        super(new Problem(file, line, message).toString(), cause);
        problems = List.of(new Problem(file, line, message));
    }

    ClaimsFileException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /// Everything that is wrong, in the order of the files and their lines.
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        return problems.size() <= SHOWN ? shown : shown + "\n… and " + (problems.size() - SHOWN) + " more";
    }
}
