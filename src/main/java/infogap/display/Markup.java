package infogap.display;

/// Text as part of HTML.
public final class Markup {

    private Markup() {}

    /// The text with the four characters replaced that mean something in an element or in an attribute between double quotes. Between double
    /// quotes an apostrophe means nothing; no attribute of ours stands between single ones.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
