package infogap.feedback.page;

import infogap.display.Markup;

/// What all pages have around them.
public final class Layout {

    private Layout() {}

    /// A page.
    ///
    /// @param site  where it stands
    /// @param title the title, as text
    /// @param head  what stands under the heading, as HTML
    /// @param main  the contents, as HTML
    public static String page(Site site, String title, String head, String main) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="%s/style.css">
                <link rel="icon" href="%s/icon.svg">
                </head>
                <body>
                %s
                <header>
                <h1><a href="%s/">Customer trust</a></h1>
                %s
                </header>
                %s
                <footer><p>%s<a href="%s/api">For programs</a></p></footer>
                </body>
                </html>
                """
                .formatted(
                        Markup.escaped(title),
                        site.base(),
                        site.base(),
                        main.contains("id=\"give\"") ? "<a class=\"skip\" href=\"#give\">Give feedback</a>" : "",
                        site.base(),
                        head,
                        main,
                        site.needsToken()
                                ? "<form class=\"inline\" method=\"post\" action=\"" + site.base() + "/logout\"><button>End the visit</button></form> "
                                : "",
                        site.base());
    }

    /// A page with one card.
    public static String message(Site site, String title, String card) {
        return page(site, title + " · Customer trust", "", "<main class=\"one\"><article class=\"card\"><h2>" + Markup.escaped(title)
                + "</h2>\n" + card + "</article></main>");
    }

    /// A field that nobody sees.
    public static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Markup.escaped(value) + "\">";
    }

    /// Why a form was refused.
    public static String alert(String why) {
        return "<p class=\"warn\" role=\"alert\">" + Markup.escaped(why) + "</p>";
    }
}
