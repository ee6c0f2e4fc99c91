package infogap.feedback;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;

/// A customer with a part of the log about them, each event with the tally up to and including it.
///
/// @param customer the customer
/// @param entries  successive events, oldest first
/// @param tally    the tally of the whole log about the customer
/// @param older    are there events before the first entry?
/// @param newer    are there events after the last entry?
public record CustomerHistory(Customer customer, List<Entry> entries, Tally tally, boolean older, boolean newer) {

    /// An event and the tally of the customer's log up to and including it.
    ///
    /// @param event the event
    /// @param tally the tally after the event
    public record Entry(FeedbackEvent event, Tally tally) {}

    /// @throws IllegalArgumentException if an argument is null, or if an entry is another customer's
    public CustomerHistory {
        Checks.present("customer", customer);
        Checks.present("entries", entries);
        Checks.present("tally", tally);
        entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (entry.event().feedback().customerId() != customer.id()) {
                throw new IllegalArgumentException("entries must be about customer " + customer.id() + ", but event "
                        + entry.event().id() + " is about customer " + entry.event().feedback().customerId());
            }
        }
    }

    /// The complete history that these events are, in their order.
    public static CustomerHistory of(Customer customer, List<FeedbackEvent> events) {
        Tally tally = Tally.NONE;
        List<Entry> entries = new ArrayList<>();
        for (FeedbackEvent event : Checks.present("events", events)) {
            tally = tally.after(event);
            entries.add(new Entry(event, tally));
        }
        return new CustomerHistory(customer, entries, tally, false, false);
    }

    /// The tally before the first of the entries.
    public Tally tallyBefore() {
        return entries.isEmpty() ? tally : entries.getFirst().tally().before(entries.getFirst().event());
    }

    /// Are these all the events about the customer?
    public boolean isComplete() {
        return !older && !newer;
    }

    /// The customer's score now.
    public TrustScore score(TrustPolicy policy) {
        return policy.score(customer, tally);
    }

    /// The score before the first entry and after each of the entries: one more than there are entries.
    public List<TrustScore> scores(TrustPolicy policy) {
        List<TrustScore> scores = new ArrayList<>();
        scores.add(policy.score(customer, tallyBefore()));
        entries.forEach(entry -> scores.add(policy.score(customer, entry.tally())));
        return List.copyOf(scores);
    }

    /// Who, and how many events of each kind.
    @Override
    public String toString() {
        return customer + ": " + tally() + (isComplete() ? "" : ", the latest " + entries.size() + " events");
    }
}
