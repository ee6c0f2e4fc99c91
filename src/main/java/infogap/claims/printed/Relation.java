package infogap.claims.printed;

/// The sign in front of a printed number.
public enum Relation {
    /// `=`: the article says that the number is exact.
    EQUALS,
    /// `≈`, `~`, `about`: the article says that the number is rounded.
    ROUNDED,
    /// No sign is recorded; read as rounded.
    NONE
}
