package infogap.report;

import infogap.claims.Verdict;
import infogap.display.Markup;
import java.util.Map;

/// The ledger in one line for a web page: an SVG of its own, without fonts or scripts to fetch.
final class Badge {

    private static final int HEIGHT = 20;
    private static final double LETTER = 6.6;
    private static final String LABEL = "claims";
    private static final String GREEN = "#0072B2";
    private static final String RED = "#B3261E";

    private Badge() {}

    static String svg(SettledLedger ledger) {
        int problems = ledger.problems().size();
        Map<Verdict.Group, Long> counts = ledger.counts();
        long checked = counts.values().stream().mapToLong(Long::longValue).sum();
        String message = problems > 0 ? problems + " not as pinned" : counts.get(Verdict.Group.HOLDS) + " of " + checked + (checked == 1 ? " holds" : " hold");
        int left = width(LABEL);
        int right = width(message);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" role="img" aria-label="%3$s: %4$s">
                <title>%3$s: %4$s</title>
                <rect width="%5$d" height="%2$d" fill="#444444"/>
                <rect x="%5$d" width="%6$d" height="%2$d" fill="%7$s"/>
                <g fill="#ffffff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" text-anchor="middle">
                <text x="%8$d" y="14">%3$s</text>
                <text x="%9$d" y="14">%4$s</text>
                </g>
                </svg>
                """
                .formatted(left + right, HEIGHT, LABEL, Markup.escaped(message), left, right, problems > 0 ? RED : GREEN, left / 2, left + right / 2);
    }

    private static int width(String text) {
        return (int) Math.ceil(text.length() * LETTER) + 12;
    }
}
