package infogap.gap;

/// A gap between what two sides know, and how much of it a message closes: `closed + remaining = total`, all at least 0.
public sealed interface Gap permits InformationGap, SampleGap {

    /// `Gap(∅→G)`: what the message is worth.
    double closed();

    /// `Gap(G→F)`: what the other side still has ahead.
    double remaining();

    /// `Gap(∅→F)`: the gap without the message.
    double total();

    /// `closed / total`.
    default Share share() {
        return Share.of(closed(), total());
    }

    /// The share closed as a number.
    ///
    /// @throws ArithmeticException with the reason if there is no gap
    default double shareClosed() {
        return switch (share()) {
            case Share.Of(double value) -> value;
            case Share.NoGap none -> throw new ArithmeticException(none.toString());
        };
    }
}
