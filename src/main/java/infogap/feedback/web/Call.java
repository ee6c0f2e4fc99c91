package infogap.feedback.web;

import infogap.feedback.TrustPolicy;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/// A request that found its route: the request, the named parts of its path, and its query.
record Call(Request request, Map<String, String> path, Fields query, TrustPolicy defaultPolicy) {

    /// The `{id}` of the path.
    long customerId() {
        return number(path.get("id"), Long.MAX_VALUE, Refusal.unknownCustomer("in the path"));
    }

    /// The policy that the query names, or the server's.
    TrustPolicy policy() {
        String label = query.getValue("policy");
        try {
            return label == null ? defaultPolicy : TrustPolicy.of(label);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Wrong query", e.getMessage());
        }
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
