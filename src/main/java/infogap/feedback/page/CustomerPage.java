package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import java.util.List;
import java.util.Optional;

/// The page of one customer as HTML: a function of what it shows. Every text that came from outside passes [Markup#escaped].
///
/// @param site    where it stands
/// @param history the customer and a part of the log about them
/// @param policy  how scores are computed
/// @param score   the score of today
/// @param form    the form to give feedback, as HTML
/// @param rename  the form for another name, as HTML
/// @param stored  the event that was just stored
public record CustomerPage(Site site, CustomerHistory history, TrustPolicy policy, Today.Score score, String form, String rename, Optional<FeedbackEvent> stored) {

    /// As HTML.
    public String html() {
        Customer customer = history.customer();
        return Layout.page(site, customer.name() + " · Customer trust", Scores.rules(site, path(), policy),
                "<main>\n<section class=\"customers\" aria-label=\"Customer\">\n" + notice() + card() + "<p class=\"more\"><a href=\"" + site.link("/", policy)
                        + "\">All customers</a></p>\n</section>\n<aside>" + form + rename + "</aside>\n</main>");
    }

    private String path() {
        return "/customers/" + history.customer().id();
    }

    private String notice() {
        return stored.map(event -> "<p class=\"notice\" role=\"status\">"
                + (event.isRetraction() ? "Feedback " + event.retracts().getAsLong() + " is taken back." : "Feedback " + event.id() + " is stored.") + "</p>")
                .orElse("");
    }

    private String card() {
        List<TrustScore> scores = history.scores(policy);
        StringBuilder rows = new StringBuilder();
        for (int i = history.entries().size() - 1; i >= 0; i--) {
            FeedbackEvent event = history.entries().get(i).event();
            rows.append("""
                    <tr><td class="received">%s</td><td>%s</td><td class="text">%s</td><td class="number">%s</td><td><a href="%s">%s</a></td></tr>
                    """
                    .formatted(site.time(event.at()), Scores.mark(event), Scores.words(event), policy.fades() ? "" : scores.get(i + 1).toString(),
                            site.link("/feedback/" + event.id(), policy), event.id()));
        }
        return """
                <article class="card" id="customer-%s">
                <h2 dir="auto">%s</h2>
                %s
                %s
                <table>
                <thead><tr><th>Received</th><th>Kind</th><th>Feedback</th><th class="number">%s</th><th>Number</th></tr></thead>
                <tbody>%s</tbody>
                </table>%s
                </article>
                """
                .formatted(history.customer().id(), Markup.escaped(history.customer().name()), Scores.figures(history, policy, score.now()),
                        ScoreChart.of(history, policy, score), policy.fades() ? "" : "Score after", rows, steps());
    }

    private String steps() {
        if (history.entries().isEmpty()) {
            return history.isComplete() ? "" : "<p><a href=\"" + site.link(path(), policy) + "\">The latest feedback</a></p>";
        }
        String newer = history.newer() ? step("after", history.entries().getLast().event(), "Later feedback") : "";
        String older = history.older() ? step("before", history.entries().getFirst().event(), "Earlier feedback") : "";
        return newer.isEmpty() && older.isEmpty() ? "" : "<p class=\"more\">" + newer + older + "</p>";
    }

    private String step(String direction, FeedbackEvent end, String label) {
        return "<a href=\"" + site.link(path(), policy, direction, Long.toString(end.id())) + "\">" + label + "</a> ";
    }
}
