package infogap.decision;

/// How a utility runs on an interval of outcomes.
public sealed interface Course {

    /// More is better, everywhere on the interval.
    record Increasing() implements Course {}

    /// Strictly falling: less is better, everywhere on the interval.
    ///
    /// @param reason where and why
    record Decreasing(String reason) implements Course {}

    /// Neither rising nor falling throughout.
    ///
    /// @param reason where and why
    record Neither(String reason) implements Course {}

    /// Not defined somewhere on the interval.
    ///
    /// @param reason where and why
    record Undefined(String reason) implements Course {}
}
