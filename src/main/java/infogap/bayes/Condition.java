package infogap.bayes;

/// What a test is about: the condition `H` is there or not.
public enum Condition {
    PRESENT,
    ABSENT
}
