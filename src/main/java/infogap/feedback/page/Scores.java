package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.Tally;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import java.util.List;

/// How a score, a rule and an event look, as HTML.
public final class Scores {

    private Scores() {}

    /// The rules to choose from, and what the chosen one does.
    public static String rules(Site site, String path, TrustPolicy policy, String... parameters) {
        TrustPolicy beta = policy instanceof TrustPolicy.BetaReputation ? policy : TrustPolicy.BETA;
        StringBuilder links = new StringBuilder();
        TrustPolicy fading = policy.fades() ? policy : TrustPolicy.of("fading");
        for (TrustPolicy choice : List.of(TrustPolicy.AS_PRINTED, beta, fading)) {
            links.append("<a href=\"%s\"%s>%s</a>".formatted(site.link(path, choice, parameters), choice.equals(policy) ? " aria-current=\"true\"" : "",
                    name(choice)));
        }
        return "<p>No score is stored. Each one is computed from the feedback log, by the rule chosen here:</p>\n<nav aria-label=\"Rule\">" + links
                + "</nav>\n<p class=\"rule\">" + rule(policy) + "</p>";
    }

    private static String name(TrustPolicy policy) {
        return switch (policy) {
            case TrustPolicy.AsPrinted printed -> "As printed";
            case TrustPolicy.BetaReputation beta -> "Beta reputation";
            case TrustPolicy.Fading fading -> "Fading";
        };
    }

    private static String rule(TrustPolicy policy) {
        return switch (policy) {
            case TrustPolicy.AsPrinted printed -> "The article’s rule: every feedback adds 0.1, a complaint too, without a bound.";
            case TrustPolicy.BetaReputation beta -> "The mean of a Beta posterior: praise raises it, a complaint lowers it, and the initial "
                    + "trust counts as " + Markup.escaped(beta.label().substring("beta:".length())) + " feedbacks.";
            case TrustPolicy.Fading fading -> "As Beta reputation, but a feedback counts a half after " + fading.halfLifeDays()
                    + " days, a quarter after twice as many, and so on: who is not spoken of returns to the initial trust.";
        };
    }

    /// The score and the tally.
    public static String figures(CustomerHistory history, TrustPolicy policy, TrustScore score) {
        return """
                <p class="score"><output>%s</output> <span>trust, %s before any feedback</span></p>
                %s<p class="tally"><span class="positive" aria-hidden="true">▲</span> %s positive &nbsp;
                <span class="negative" aria-hidden="true">▼</span> %s negative</p>
                """
                .formatted(
                        score,
                        policy.score(history.customer(), Tally.NONE),
                        score.isProbability() ? "" : "<p class=\"warn\">Above 1: not a degree of trust</p>",
                        history.tally().positive(),
                        history.tally().negative());
    }

    /// A sign for the kind of an event.
    public static String mark(FeedbackEvent event) {
        String kind = event.kind().label();
        String label = event.isRetraction() ? "retraction" : kind;
        String sign = event.isRetraction() ? "↶" : event.kind() == FeedbackKind.POSITIVE ? "▲" : "▼";
        return "<span class=\"" + kind + "\" title=\"" + label + "\" aria-label=\"" + label + "\" role=\"img\">" + sign + "</span>";
    }

    /// What an event says, and who says it.
    public static String words(FeedbackEvent event) {
        StringBuilder words = new StringBuilder();
        event.retracts().ifPresent(id -> words.append("<b>Feedback ").append(id).append(" is taken back:</b> "));
        words.append("<span dir=\"auto\">" + Markup.escaped(event.feedback().text()) + "</span>");
        event.feedback().author().ifPresent(author -> words.append(" <small dir=\"auto\">— " + Markup.escaped(author) + "</small>"));
        event.feedback().purchase().ifPresent(purchase -> words.append(" <small dir=\"auto\">(purchase " + Markup.escaped(purchase) + ")</small>"));
        return words.toString();
    }
}
