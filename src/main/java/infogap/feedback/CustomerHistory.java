package infogap.feedback;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;

/// A customer with the latest events of the log about them, each with the tally up to and including it.
///
/// @param customer the customer
/// @param entries  the latest events, oldest first; all of them where [#isComplete]
public record CustomerHistory(Customer customer, List<Entry> entries) {

    /// An event and the tally of the customer's log up to and including it.
    ///
    /// @param event the event
    /// @param tally the tally after the event
    public record Entry(FeedbackEvent event, Tally tally) {}

    /// @throws IllegalArgumentException if an argument is null, or if an entry is another customer's
    public CustomerHistory {
        Checks.present("customer", customer);
        Checks.present("entries", entries);
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
        return latest(customer, events, Tally.of(Checks.present("events", events)));
    }

    /// The history whose latest events are these, in their order, and whose whole log has this tally.
    ///
    /// @throws IllegalArgumentException if the tally counts fewer events of a kind than are given
    public static CustomerHistory latest(Customer customer, List<FeedbackEvent> events, Tally total) {
        Tally tally = total;
        for (FeedbackEvent event : events) {
            tally = tally.minus(event.kind());
        }
        List<Entry> entries = new ArrayList<>();
        for (FeedbackEvent event : events) {
            tally = tally.plus(event.kind());
            entries.add(new Entry(event, tally));
        }
        return new CustomerHistory(customer, entries);
    }

    /// The tally of the whole log about the customer.
    public Tally tally() {
        return entries.isEmpty() ? Tally.NONE : entries.getLast().tally();
    }

    /// The tally before the first of the entries.
    public Tally tallyBefore() {
        return entries.isEmpty()
                ? Tally.NONE
                : entries.getFirst().tally().minus(entries.getFirst().event().kind());
    }

    /// Are these all the events about the customer?
    public boolean isComplete() {
        return tallyBefore().total() == 0;
    }

    /// The customer's score now.
    public TrustScore score(TrustPolicy policy) {
        return policy.score(customer, tally());
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
