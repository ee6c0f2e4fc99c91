package infogap.feedback.web;

import infogap.display.Markup;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.Tally;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// The page as HTML: a function of what it shows. Every text that came from outside passes [Markup#escaped].
///
/// @param histories the customers to show
/// @param listFrom  the first number of the list of customers; empty on the page of one customer
/// @param next      where the list goes on
/// @param policy    how scores are computed
/// @param form      the form to give feedback, as HTML
/// @param stored    the event that was just stored
record Page(
        List<CustomerHistory> histories,
        OptionalLong listFrom,
        OptionalLong next,
        TrustPolicy policy,
        String form,
        OptionalLong stored) {

    private static final int ON_A_CARD = 3;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String html() {
        boolean list = listFrom.isPresent();
        String body = list ? cards() : one(histories.getFirst());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/style.css">
                <link rel="icon" href="/icon.svg">
                </head>
                <body>
                <header>
                <h1><a href="/%s">Customer trust</a></h1>
                <p>No score is stored. Each one is computed from the feedback log, by the rule chosen here:</p>
                <nav aria-label="Rule">%s</nav> <a class="jump" href="#give">Give feedback</a>
                <p class="rule">%s</p>
                </header>
                <main>
                <section class="customers" aria-label="Customers">
                %s%s
                </section>
                <aside>%s</aside>
                </main>
                </body>
                </html>
                """
                .formatted(
                        list ? "Customer trust" : Markup.escaped(histories.getFirst().customer().name()) + " · Customer trust",
                        policyQuery("?"),
                        policies(),
                        rule(),
                        notice(),
                        body,
                        form);
    }

    private String notice() {
        return stored.isPresent() ? "<p class=\"notice\" role=\"status\">Feedback " + stored.getAsLong() + " is stored.</p>" : "";
    }

    private String policies() {
        TrustPolicy beta = policy instanceof TrustPolicy.BetaReputation ? policy : TrustPolicy.BETA;
        StringBuilder links = new StringBuilder();
        for (TrustPolicy choice : List.of(TrustPolicy.AS_PRINTED, beta)) {
            links.append("<a href=\"%s?policy=%s%s\"%s>%s</a>"
                    .formatted(
                            here(),
                            choice.label(),
                            listFrom.isPresent() ? "&amp;from=" + listFrom.getAsLong() : "",
                            choice.equals(policy) ? " aria-current=\"true\"" : "",
                            choice instanceof TrustPolicy.AsPrinted ? "As printed" : "Beta reputation"));
        }
        return links.toString();
    }

    private String rule() {
        return switch (policy) {
            case TrustPolicy.AsPrinted printed -> "The article’s rule: every feedback adds 0.1, a complaint too, without a bound.";
            case TrustPolicy.BetaReputation beta -> "The mean of a Beta posterior: praise raises it, a complaint lowers it, and the initial "
                    + "trust counts as " + Markup.escaped(beta.label().substring("beta:".length())) + " feedbacks.";
        };
    }

    private String here() {
        return listFrom.isPresent() ? "/" : "/customers/" + histories.getFirst().customer().id();
    }

    private String policyQuery(String separator) {
        return separator + "policy=" + Markup.escaped(policy.label());
    }

    private String cards() {
        if (histories.isEmpty()) {
            return "<p>There is no customer yet. <code>POST /api/customers</code> adds one.</p>";
        }
        StringBuilder cards = new StringBuilder();
        histories.forEach(history -> cards.append(card(history)));
        next.ifPresent(id -> cards.append(
                "<p class=\"more\"><a href=\"/?from=" + id + policyQuery("&amp;") + "\">More customers</a></p>"));
        return cards.toString();
    }

    private String card(CustomerHistory history) {
        long id = history.customer().id();
        List<CustomerHistory.Entry> latest = history.entries().reversed().stream().limit(ON_A_CARD).toList();
        StringBuilder events = new StringBuilder();
        latest.forEach(entry -> events.append("<li>" + mark(entry.event()) + " <q>" + Markup.escaped(entry.event().feedback().text())
                + "</q></li>"));
        return """
                <article class="card" id="customer-%s">
                <h2><a href="/customers/%s%s">%s</a></h2>
                %s
                %s
                <ul class="latest">%s</ul>
                </article>
                """
                .formatted(id, id, policyQuery("?"), Markup.escaped(history.customer().name()), figures(history),
                        ScoreChart.of(history, policy), events);
    }

    private String figures(CustomerHistory history) {
        TrustScore score = history.score(policy);
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

    private String one(CustomerHistory history) {
        List<TrustScore> scores = history.scores(policy);
        StringBuilder rows = new StringBuilder();
        for (int i = history.entries().size() - 1; i >= 0; i--) {
            FeedbackEvent event = history.entries().get(i).event();
            rows.append("<tr><td class=\"received\"><time datetime=\"%s\">%s</time></td><td>%s</td><td class=\"text\">%s</td><td class=\"number\">%s</td></tr>"
                    .formatted(event.at(), MINUTE.format(event.at()), mark(event), Markup.escaped(event.feedback().text()),
                            scores.get(i + 1)));
        }
        return """
                <article class="card" id="customer-%s">
                <h2>%s</h2>
                %s
                %s
                <table>
                <thead><tr><th>Received</th><th>Kind</th><th>Feedback</th><th class="number">Score after</th></tr></thead>
                <tbody>%s</tbody>
                </table>%s
                </article>
                <p class="more"><a href="/%s">All customers</a></p>
                """
                .formatted(history.customer().id(), Markup.escaped(history.customer().name()), figures(history),
                        ScoreChart.of(history, policy), rows,
                        history.isComplete() ? "" : "<p>The latest " + history.entries().size() + " feedbacks are shown.</p>",
                        policyQuery("?"));
    }

    private static String mark(FeedbackEvent event) {
        String kind = event.kind().label();
        return "<span class=\"" + kind + "\" title=\"" + kind + "\" aria-label=\"" + kind + "\" role=\"img\">"
                + (event.kind() == FeedbackKind.POSITIVE ? "▲" : "▼") + "</span>";
    }
}
