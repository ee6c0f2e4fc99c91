package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.store.CustomerQuery;
import java.util.List;
import java.util.Map;

/// The list of customers as HTML: a function of what it shows. Every text that came from outside passes [Markup#escaped].
///
/// @param site  where it stands
/// @param query the part that was asked for
/// @param part  the part
/// @param scores the scores of the part, in its order
/// @param form  the form to give feedback, as HTML
/// @param add   the form to add a customer, as HTML
public record ListPage(Site site, CustomerQuery query, CustomerQuery.Part<CustomerHistory> part, List<Today.Score> scores, String form, String add) {

    private static final int ON_A_CARD = 3;
    private static final Map<CustomerQuery.Order, String> ORDERS = Map.of(CustomerQuery.Order.NUMBER, "Oldest first", CustomerQuery.Order.NAME, "By name",
            CustomerQuery.Order.FEEDBACK, "Most feedback", CustomerQuery.Order.LOWEST, "Least trusted", CustomerQuery.Order.HIGHEST, "Most trusted");

    /// As HTML.
    public String html() {
        return Layout.page(site, "Customer trust", Scores.rules(site, "/", query.policy(), "search", query.search(), "sort", query.order().label()),
                "<main>\n<section class=\"customers\" aria-label=\"Customers\">\n" + filter() + cards() + "\n</section>\n<aside>" + form + add
                        + "</aside>\n</main>");
    }

    private String filter() {
        StringBuilder orders = new StringBuilder();
        for (CustomerQuery.Order order : CustomerQuery.Order.values()) {
            orders.append("<option value=\"" + order.label() + "\"" + (order == query.order() ? " selected" : "") + ">" + ORDERS.get(order) + "</option>");
        }
        return """
                <form class="filter" method="get" action="%s/" role="search">
                <label>Name holds <input name="search" dir="auto" maxlength="80" value="%s"></label>
                <label>Order <select name="sort">%s</select></label>
                %s<button type="submit">Show</button>
                </form>
                """
                .formatted(site.base(), Markup.escaped(query.search()), orders, Layout.hidden("policy", query.policy().label()));
    }

    private String cards() {
        if (part.items().isEmpty()) {
            return "<p>" + (query.search().isEmpty() && query.after().isEmpty() && query.before().isEmpty()
                    ? "There is no customer yet. Add one here."
                    : "No customer is found. <a href=\"" + site.link("/", query.policy()) + "\">All customers</a>") + "</p>";
        }
        StringBuilder cards = new StringBuilder();
        for (int i = 0; i < part.items().size(); i++) {
            cards.append(card(part.items().get(i), scores.get(i)));
        }
        String more = (part.previous() ? step("before", part.items().getFirst(), "Previous customers") : "")
                + (part.next() ? step("after", part.items().getLast(), "More customers") : "");
        return cards + (more.isEmpty() ? "" : "<p class=\"more\">" + more + "</p>");
    }

    private String step(String direction, CustomerHistory end, String label) {
        return "<a href=\"" + site.link("/", query.policy(), "search", query.search(), "sort", query.order().label(), direction,
                Long.toString(end.customer().id())) + "\">" + label + "</a> ";
    }

    private String card(CustomerHistory history, Today.Score score) {
        Customer customer = history.customer();
        StringBuilder events = new StringBuilder();
        history.entries().reversed().stream().limit(ON_A_CARD)
                .forEach(entry -> events.append("<li>" + Scores.mark(entry.event()) + " <q>" + Scores.words(entry.event()) + "</q></li>"));
        return """
                <article class="card" id="customer-%s">
                <h2 dir="auto"><a href="%s">%s</a></h2>
                %s
                %s
                <ul class="latest">%s</ul>
                </article>
                """
                .formatted(customer.id(), site.link("/customers/" + customer.id(), query.policy()), Markup.escaped(customer.name()),
                        Scores.figures(history, query.policy(), score.now()), ScoreChart.of(history, query.policy(), score), events);
    }
}
