package infogap.signaling;

/// The seller's type, which the seller knows and the buyer does not.
public enum Sender {
    /// High quality, worth v_L + Δ.
    HONEST,
    /// Low quality, worth v_L.
    DECEPTIVE;

    /// The belief that the sender is honest if this type were known.
    int indicator() {
        return this == HONEST ? 1 : 0;
    }

    @Override
    public String toString() {
        return this == HONEST ? "honest" : "deceptive";
    }
}
