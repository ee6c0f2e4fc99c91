package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.CustomerHistory;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import java.util.List;
import java.util.Locale;

/// A customer's score after each feedback as a small SVG image inside the page.
///
/// The horizontal axis counts feedbacks, because a burst of them would be one vertical stroke on an axis of time.
public final class ScoreChart {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 130;
    private static final double LEFT = 26;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 12;
    private static final double BOTTOM = HEIGHT - 22;
    private static final int FEW_DOTS = 20;
    private static final int MOST_DOTS = 61;

    private final CustomerHistory history;
    private final List<TrustScore> scores;
    private final boolean byDay;
    private final double highest;

    private ScoreChart(CustomerHistory history, List<TrustScore> scores, boolean byDay) {
        this.history = history;
        this.scores = scores;
        this.byDay = byDay;
        double most = scores.stream().mapToDouble(TrustScore::asDouble).max().orElseThrow();
        this.highest = Math.max(1, Math.ceil(most * 2) / 2);
    }

    /// The image as markup: after each event, or for a score that fades after each day with feedback and today.
    public static String of(CustomerHistory history, TrustPolicy policy, Today.Score score) {
        return new ScoreChart(history, policy.fades() ? score.way() : history.scores(policy), policy.fades()).svg();
    }

    private String svg() {
        StringBuilder svg = new StringBuilder(format(
                "<svg class=\"chart\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Markup.escaped(summary())));
        if (highest > 1) {
            svg.append(format("<rect class=\"beyond\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    LEFT, TOP, RIGHT - LEFT, y(1) - TOP));
        }
        for (double level : highest > 1 ? List.of(0.0, 1.0, highest) : List.of(0.0, 0.5, 1.0)) {
            double y = y(level);
            svg.append(format("<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, RIGHT, y, y));
            svg.append(format("<text class=\"level\" x=\"%.1f\" y=\"%.1f\">%s</text>", LEFT - 5, y + 3.5, label(level)));
        }
        svg.append("<path class=\"line\" d=\"").append(line()).append("\"/>");
        appendDots(svg);
        long before = history.older() ? history.tallyBefore().total() : 0;
        svg.append(format("<text class=\"count\" x=\"%.1f\" y=\"%.1f\">%s</text>", LEFT, HEIGHT - 6,
                byDay ? "day by day" : history.older() ? "after " + before : "start"));
        if (byDay) {
            svg.append(format("<text class=\"count last\" x=\"%.1f\" y=\"%.1f\">today</text>", RIGHT, HEIGHT - 6));
        } else if (scores.size() > 1) {
            svg.append(format("<text class=\"count last\" x=\"%.1f\" y=\"%.1f\">after %d</text>", RIGHT, HEIGHT - 6,
                    history.entries().getLast().tally().total()));
        }
        return svg.append("</svg>").toString();
    }

    private static String label(double level) {
        return level == Math.rint(level) ? format("%.0f", level) : format("%.1f", level);
    }

    private String summary() {
        return "Trust score of " + history.customer().name() + ": " + scores.getFirst() + " at first, " + scores.getLast() + " after "
                + (scores.size() - 1) + (byDay ? " days with feedback" : scores.size() == 2 ? " event" : " events");
    }

    private String line() {
        StringBuilder path = new StringBuilder(format("M%.1f %.1f", x(0), y(scores.getFirst().asDouble())));
        for (int i = 1; i < scores.size(); i++) {
            path.append(format("H%.1fV%.1f", x(i), y(scores.get(i).asDouble())));
        }
        // before any feedback the score is a level, not a point
        return scores.size() == 1 ? path.append(format("H%.1f", RIGHT)).toString() : path.toString();
    }

    private void appendDots(StringBuilder svg) {
        if (byDay || scores.size() > MOST_DOTS || history.entries().isEmpty() && history.older()) {
            return;
        }
        svg.append(format("<circle class=\"initial\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", x(0), y(scores.getFirst().asDouble())));
        for (int i = 1; i < scores.size(); i++) {
            String kind = history.entries().get(i - 1).event().kind().label();
            svg.append(format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"><title>%s: %s</title></circle>",
                    kind, x(i), y(scores.get(i).asDouble()), scores.size() > FEW_DOTS ? "2.5" : "3.5", kind, scores.get(i)));
        }
    }

    private double x(int index) {
        return scores.size() == 1 ? LEFT : LEFT + (RIGHT - LEFT) * index / (scores.size() - 1);
    }

    private double y(double score) {
        return BOTTOM - (BOTTOM - TOP) * score / highest;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
