package infogap.notebook;

/// Texts of notebooks for tests.
final class NotebookTexts {

    private NotebookTexts() {}

    /// A notebook with this metadata entry and these cells.
    static String with(String metadata, String... cells) {
        return "{\"nbformat\": 4, \"nbformat_minor\": 5, " + metadata + ", \"cells\": [" + String.join(",\n", cells) + "]}";
    }
}
