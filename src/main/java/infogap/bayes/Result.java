package infogap.bayes;

/// What a test says.
public enum Result {
    POSITIVE,
    NEGATIVE
}
