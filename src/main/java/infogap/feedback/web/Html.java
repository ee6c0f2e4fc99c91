package infogap.feedback.web;

/// Text as HTML text.
final class Html {

    private Html() {}

    /// The text with the five characters replaced that mean something in an element or a quoted attribute.
    static String escape(Object text) {
        return text.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
