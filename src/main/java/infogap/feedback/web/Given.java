package infogap.feedback.web;

import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import infogap.feedback.store.AppendResult;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.StoreException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What people and programs do to the log, with the owner's rules, counted.
record Given(FeedbackStore store, OwnerRules rules, Metrics metrics) {

    /// An entry of the log, and where this request made it, the customer after it.
    record Outcome(FeedbackEvent event, Optional<CustomerHistory> after) {

        boolean isNew() {
            return after.isPresent();
        }
    }

    /// The form or request that holds a key was sent before, with other contents.
    static final class KeyTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FeedbackEvent earlier;

        private KeyTaken(FeedbackEvent earlier) {
            super("This idempotency key belongs to a different feedback.", null, false, false);
            this.earlier = earlier;
        }

        FeedbackEvent earlier() {
            return earlier;
        }

        Refusal refusal() {
            return new Refusal(409, "Key taken", getMessage());
        }
    }

    Outcome give(Supplier<NewFeedback> feedback) {
        return outcome(() -> store.append(checked(feedback), rules.once()));
    }

    Outcome retract(long eventId, String reason, String key) {
        return outcome(() -> checked(() -> store.retract(eventId, reason, key)));
    }

    private Outcome outcome(Supplier<AppendResult> work) {
        String counted = "refused";
        try {
            Outcome outcome = switch (work.get()) {
                case AppendResult.Stored(FeedbackEvent event, Customer customer, Tally tally) ->
                    new Outcome(event, Optional.of(new CustomerHistory(customer, List.of(), tally, true, false)));
                case AppendResult.Repeated(FeedbackEvent event) -> new Outcome(event, Optional.empty());
                case AppendResult.KeyTaken(FeedbackEvent earlier) -> throw new KeyTaken(earlier);
                case AppendResult.UnknownCustomer(long id) -> throw Refusal.unknownCustomer(id);
                case AppendResult.UnknownFeedback(long id) -> throw Refusal.unknownFeedback(id);
                case AppendResult.AlreadyRetracted(FeedbackEvent retraction) -> throw new Refusal(409, "Already retracted",
                        "The feedback was retracted before, by event " + retraction.id() + ". Nothing was stored.");
                case AppendResult.AlreadyGiven given -> throw new Refusal(409, "Already given", "There is a feedback of this "
                        + given.source().label() + " already, number " + given.earlier().id() + ", and one is allowed. Nothing was stored.");
                case AppendResult.SourceMissing missing -> throw new Refusal(
                        422, "Missing " + missing.source().label(), "A feedback must name its " + missing.source().label() + " here. Nothing was stored.");
            };
            counted = outcome.isNew() ? "stored" : "repeated";
            return outcome;
        } catch (StoreException e) {
            counted = e.isOutcomeKnown() ? "failed" : "unknown";
            throw e;
        } finally {
            metrics.posted(counted);
        }
    }

    Customer add(String name, String initialTrust) {
        return checked(() -> store.add(name, decimal(initialTrust))).orElseThrow(Given::nameTaken);
    }

    static Refusal nameTaken() {
        return new Refusal(409, "Name taken", "There is a customer with this name. Nothing was stored.");
    }

    /// The value, or a refusal that says what is wrong with it.
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(422, "Wrong value", e.getMessage());
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("initialTrust must be a number in [0, 1]", e);
        }
    }
}
