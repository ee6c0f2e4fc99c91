package infogap.notebook;

import java.util.Locale;

/// The kinds of cell of nbformat 4.
public enum CellType {
    /// Source for the kernel, with outputs.
    CODE,
    /// Prose.
    MARKDOWN,
    /// Text that a converter passes through.
    RAW;

    /// The name in the file: `code`, `markdown` or `raw`.
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CellType of(String jsonName) {
        return valueOf(jsonName.toUpperCase(Locale.ROOT));
    }
}
