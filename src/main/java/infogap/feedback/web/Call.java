package infogap.feedback.web;

import infogap.feedback.TrustPolicy;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.store.HistoryPart;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/// A request that found its route: the request, the named parts of its path, and its query.
record Call(Request request, Map<String, String> path, Fields query, TrustPolicy defaultPolicy) {

    /// The `{id}` of the path as a customer's number.
    long customerId() {
        return number(path.get("id"), Long.MAX_VALUE, Refusal.unknownCustomer("in the path"));
    }

    /// The `{id}` of the path as an event's number.
    long eventId() {
        return number(path.get("id"), Long.MAX_VALUE, Refusal.unknownFeedback("in the path"));
    }

    /// The policy that the query names, or the server's.
    TrustPolicy policy() {
        String label = query.getValue("policy");
        return asked(() -> label == null ? defaultPolicy : TrustPolicy.of(label));
    }

    /// The part of the list of customers that the query names.
    CustomerQuery customers(int usual, int most) {
        String search = query.getValue("search");
        String sort = query.getValue("sort");
        return asked(() -> new CustomerQuery(search == null ? "" : search,
                sort == null || sort.isEmpty() ? CustomerQuery.Order.NUMBER : CustomerQuery.Order.of(sort), policy(), cursor("after"), cursor("before"),
                (int) number("limit", most, usual)));
    }

    /// The part of a history that the query names.
    HistoryPart events(int usual, int most) {
        return asked(() -> new HistoryPart(cursor("after"), cursor("before"), (int) number("events", most, usual)));
    }

    private static <T> T asked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Wrong query", e.getMessage());
        }
    }

    private OptionalLong cursor(String name) {
        return query.getValue(name) == null ? OptionalLong.empty() : OptionalLong.of(number(name, Long.MAX_VALUE, 1));
    }

    /// A whole number from 1 to a largest one that the query names, or the default.
    long number(String name, long largest, long otherwise) {
        String value = query.getValue(name);
        return value == null
                ? otherwise
                : number(value, largest, new Refusal(400, "Wrong query", name + " must be a whole number from 1 to " + largest + "."));
    }

    static long number(String text, long largest, Refusal refusal) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw refusal;
        }
        long value = Long.parseLong(text);
        if (value < 1 || value > largest) {
            throw refusal;
        }
        return value;
    }
}
