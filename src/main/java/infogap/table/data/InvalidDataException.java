package infogap.table.data;

import java.util.List;

/// A file that differs from its description. The message shows the first problem and counts the rest.
public final class InvalidDataException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<DataProblem> problems;

    InvalidDataException(List<DataProblem> problems) {
        super(problems.getFirst() + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
        this.problems = List.copyOf(problems);
    }

    InvalidDataException(DataProblem problem) {
        this(List.of(problem));
    }

    InvalidDataException(DataProblem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    /// Every problem found, in the order of the file; at most [TableReader#MOST_PROBLEMS].
    public List<DataProblem> problems() {
        return problems;
    }
}
