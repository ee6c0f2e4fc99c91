package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.Tally;

/// What became of a feedback, or of the retraction of one.
public sealed interface AppendResult {

    /// It is in the log, and on the disk.
    ///
    /// @param event    the new entry of the log
    /// @param customer whom it is about
    /// @param tally    the customer's tally up to and including it
    record Stored(FeedbackEvent event, Customer customer, Tally tally) implements AppendResult {}

    /// It was in the log already: the same feedback with the same idempotency key. It counts once.
    ///
    /// @param event the entry that the first sending made
    record Repeated(FeedbackEvent event) implements AppendResult {}

    /// Nothing was stored: its idempotency key belongs to a different feedback.
    ///
    /// @param earlier the entry that has the key
    record KeyTaken(FeedbackEvent earlier) implements AppendResult {}

    /// Nothing was stored: there is no such customer, or the customer was erased.
    ///
    /// @param customerId the number that no customer has
    record UnknownCustomer(long customerId) implements AppendResult {}

    /// Nothing was stored: there is no such feedback to retract.
    ///
    /// @param eventId the number that no feedback has
    record UnknownFeedback(long eventId) implements AppendResult {}

    /// Nothing was stored: the feedback was retracted before.
    ///
    /// @param retraction the entry that took it back
    record AlreadyRetracted(FeedbackEvent retraction) implements AppendResult {}

    /// Nothing was stored: the owner allows one feedback for each of these, and there is one that stands.
    ///
    /// @param source  what there is one for
    /// @param earlier the feedback that there is
    record AlreadyGiven(FeedbackSource source, FeedbackEvent earlier) implements AppendResult {}

    /// Nothing was stored: the owner allows one feedback for each of these, and this one names none.
    ///
    /// @param source what is missing
    record SourceMissing(FeedbackSource source) implements AppendResult {}
}
