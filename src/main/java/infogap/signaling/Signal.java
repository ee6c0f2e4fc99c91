package infogap.signaling;

/// What the buyer sees.
public enum Signal {
    /// The costly signal was sent.
    SENT,
    /// It was not.
    NOT_SENT;

    @Override
    public String toString() {
        return this == SENT ? "signal" : "no signal";
    }
}
