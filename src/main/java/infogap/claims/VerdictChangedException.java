package infogap.claims;

/// A check that did not reach what the claims file pins.
public final class VerdictChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerdictChangedException(String message) {
        super(message);
    }
}
