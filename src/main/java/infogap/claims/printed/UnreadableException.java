package infogap.claims.printed;

/// A text that is not of the form that is being tried: what was expected, and where. It never leaves this package.
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message, null, false, false);
    }
}
