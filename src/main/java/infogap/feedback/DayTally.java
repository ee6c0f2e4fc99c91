package infogap.feedback;

import infogap.numeric.Checks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The feedbacks that were received on one day, in UTC, and stand: all that a score that fades needs of the log.
///
/// @param day   the day
/// @param tally the feedbacks of the day
public record DayTally(LocalDate day, Tally tally) {

    /// @throws IllegalArgumentException if a component is null
    public DayTally {
        Checks.present("day", day);
        Checks.present("tally", tally);
    }

    /// The days of these events, in the order of time. A retraction takes its feedback back from the day on which that was received; a feedback
    /// that is not among the events cannot be taken back.
    ///
    /// @throws IllegalArgumentException if a retraction stands before its feedback
    public static List<DayTally> of(List<FeedbackEvent> events) {
        TreeMap<LocalDate, Tally> days = new TreeMap<>();
        TreeMap<Long, FeedbackEvent> seen = new TreeMap<>();
        for (FeedbackEvent event : Checks.present("events", events)) {
            seen.put(event.id(), event);
            FeedbackEvent counted = event.isRetraction() ? seen.get(event.retracts().getAsLong()) : event;
            if (counted == null) {
                throw new IllegalArgumentException("events must hold what is retracted, but event " + event.id() + " retracts event "
                        + event.retracts().getAsLong() + ", which is not before it");
            }
            LocalDate day = LocalDate.ofInstant(counted.at(), ZoneOffset.UTC);
            days.put(day, days.getOrDefault(day, Tally.NONE).after(event));
        }
        List<DayTally> tallies = new ArrayList<>();
        days.forEach((day, tally) -> tallies.add(new DayTally(day, tally)));
        return tallies;
    }
}
