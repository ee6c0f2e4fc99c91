package infogap.kernel;

import java.util.List;

/// Why a cell did not end well, in the words that the front end shows: the messaging specification's `ename`, `evalue` and
/// `traceback`.
final class CellFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;
    private final transient List<String> traceback;

    /// @param name the class of the user's exception, or what kind of failure it is
    /// @param value its message, empty when it has none
    /// @param traceback the lines to show
    CellFailure(String name, String value, List<String> traceback) {
        super(name + ": " + value, null, false, false);
        this.name = name;
        this.value = value;
        this.traceback = List.copyOf(traceback);
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }

    List<String> traceback() {
        return traceback;
    }
}
