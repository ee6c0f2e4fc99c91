package infogap.notebook;

import java.util.Locale;

/// The kinds of output of nbformat 4.
public enum OutputType {
    /// Text that a cell printed to `stdout` or `stderr`.
    STREAM,
    /// A MIME bundle that a cell displayed.
    DISPLAY_DATA,
    /// The MIME bundle of the value of a cell's last expression.
    EXECUTE_RESULT,
    /// The exception that ended a cell.
    ERROR;

    /// The name in the file, such as `display_data`; the kernel's message of the same content has the same type.
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutputType of(String jsonName) {
        return valueOf(jsonName.toUpperCase(Locale.ROOT));
    }
}
