package infogap.report;

import infogap.display.Markup;

/// The frame that all pages share.
final class Html {

    private Html() {}

    /// A whole page.
    ///
    /// @param root the way from the page to the report's folder: empty, or `../`
    static String page(String title, String root, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%2$sassets/katex.min.css">
                <link rel="stylesheet" href="%2$sassets/report.css">
                <script defer src="%2$sassets/katex.min.js"></script>
                <script defer src="%2$sassets/report.js"></script>
                </head>
                <body>
                %3$s
                </body>
                </html>
                """
                .formatted(Markup.escaped(title), root, body);
    }
}
