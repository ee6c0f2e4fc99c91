package infogap.feedback.page;

import infogap.feedback.CustomerHistory;
import infogap.feedback.DayTally;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import infogap.feedback.store.FeedbackStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The scores of today. One that fades needs the days of the feedback, any other only the tally that is there already.
public record Today(FeedbackStore store, InstantSource clock) {

    /// A customer's score, and for a policy that fades its way there: after each of the latest days with feedback, and today.
    public record Score(TrustScore now, List<TrustScore> way) {}

    private static final int DAYS = 60;

    /// In the order of the histories.
    public List<Score> of(List<CustomerHistory> histories, TrustPolicy policy) {
        if (!policy.fades()) {
            return histories.stream().map(history -> new Score(history.score(policy), List.of())).toList();
        }
        Map<Long, List<DayTally>> days = store.days(histories.stream().map(history -> history.customer().id()).toList());
        return histories.stream().map(history -> fading(history, days.get(history.customer().id()), policy)).toList();
    }

    /// A customer's score of today.
    public Score of(CustomerHistory history, TrustPolicy policy) {
        return of(List.of(history), policy).getFirst();
    }

    private Score fading(CustomerHistory history, List<DayTally> days, TrustPolicy policy) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // a clock that was set back must not make a score impossible
        LocalDate last = days.isEmpty() || days.getLast().day().isBefore(today) ? today : days.getLast().day();
        List<TrustScore> way = new ArrayList<>();
        for (int i = Math.max(0, days.size() - DAYS); i <= days.size(); i++) {
            way.add(policy.score(history.customer(), days.subList(0, i), i == 0 ? last : days.get(i - 1).day()));
        }
        TrustScore now = policy.score(history.customer(), days, last);
        way.add(now);
        return new Score(now, way);
    }
}
