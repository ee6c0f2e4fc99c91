package infogap.feedback.web;

import java.util.Map;

/// A request that is not answered as asked, with the reason for the client.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, String> headers;

    Refusal(int status, String title, String detail) {
        this(status, title, detail, Map.of());
    }

    Refusal(int status, String title, String detail, Map<String, String> headers) {
        this(status, title, detail, headers, null);
    }

    /// An answer to a fault that the operator should hear of.
    Refusal(int status, String title, String detail, Throwable cause) {
        this(status, title, detail, Map.of(), cause);
    }

    private Refusal(int status, String title, String detail, Map<String, String> headers, Throwable cause) {
        // an expected answer, not a fault: no stack trace
        super(detail, cause, false, false);
        this.status = status;
        this.title = title;
        this.headers = headers;
    }

    static Refusal unknownCustomer(Object id) {
        return new Refusal(404, "Unknown customer", "There is no customer with the number " + id + ".");
    }

    static Refusal unknownFeedback(Object id) {
        return new Refusal(404, "Unknown feedback", "There is no feedback with the number " + id + ".");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    Map<String, String> headers() {
        return headers;
    }
}
