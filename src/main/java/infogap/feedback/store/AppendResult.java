package infogap.feedback.store;

import infogap.feedback.FeedbackEvent;

/// What became of a feedback.
public sealed interface AppendResult {

    /// It is in the log, and on the disk.
    ///
    /// @param event the new entry of the log
    record Stored(FeedbackEvent event) implements AppendResult {}

    /// It was in the log already: the same feedback with the same idempotency key. It counts once.
    ///
    /// @param event the entry that the first sending made
    record Repeated(FeedbackEvent event) implements AppendResult {}

    /// Nothing was stored: its idempotency key belongs to a different feedback.
    ///
    /// @param earlier the entry that has the key
    record KeyTaken(FeedbackEvent earlier) implements AppendResult {}

    /// Nothing was stored: there is no such customer.
    ///
    /// @param customerId the number that no customer has
    record UnknownCustomer(long customerId) implements AppendResult {}
}
