package infogap.customers.service;

import infogap.bayes.ConfidenceInterval;
import infogap.bayes.IntervalMethod;
import infogap.gap.InformationGap;
import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What it is worth to treat customers by their group (精准营销): a segment, a band, a score. Treating costs `c` and a response brings `m`, so that in
/// group `g` treating brings `m·P(response | treated, g) − c` and leaving alone `m·P(response | untreated, g)`.
///
/// To decide by the group is to decide with a message about the customer, so that the value of the segmentation is the information gap between a firm that
/// knows the group and one that does not (EVSI with the cost of treatment):
///
///     closed = Σ share_g max(m t_g − c, m u_g) − max(Σ share_g (m t_g − c), Σ share_g m u_g) ≥ 0
///
/// With rates that are themselves estimated the value is too good: the best action was chosen by the rates that then price it. [#profitOf] on groups whose
/// rates come from other customers is free of that.
///
/// @param groups the groups
/// @param margin `m`, what a response brings, in money
/// @param cost `c`, what a treatment costs, in money
/// @param gap per customer and in money: without a message the better of treating all and none, with it the best for each group
public record Targeting(List<Group> groups, double margin, double cost, InformationGap<Action, String, String> gap) {

    /// What to do with a customer.
    public enum Action { TREAT, LEAVE }

    /// A group of customers.
    ///
    /// @param name its name
    /// @param share its part of the customers, in [0, 1]
    /// @param treated the response rate of those who are treated
    /// @param untreated the response rate of those who are left alone
    public record Group(String name, double share, double treated, double untreated) {

        /// @throws IllegalArgumentException if the name is blank or a number is no probability
        public Group {
            Checks.text("name", name);
            Checks.probability("share", share);
            Checks.probability("treated", treated);
            Checks.probability("untreated", untreated);
        }

        /// What the treatment does to the response rate; negative where it drives customers away.
        public double uplift() {
            return treated - untreated;
        }
    }

    /// A group in an experiment that treated some of its customers at random.
    ///
    /// @param name its name
    /// @param treated how many were treated, at least 1
    /// @param responded how many of those responded
    /// @param untreated how many were left alone, at least 1
    /// @param respondedUntreated how many of those responded
    public record Trial(String name, long treated, long responded, long untreated, long respondedUntreated) {

        /// @throws IllegalArgumentException if the name is blank, nobody was treated or nobody left alone, or more responded than there were
        public Trial {
            Checks.text("name", name);
            Checks.inRange("responded", responded, 0, Checks.atLeast("treated", treated, 1));
            Checks.inRange("respondedUntreated", respondedUntreated, 0, Checks.atLeast("untreated", untreated, 1));
        }

        /// An interval for what the treatment does to the response rate: `d − √((p₁ − l₁)² + (u₀ − p₀)²)` to `d + √((u₁ − p₁)² + (p₀ − l₀)²)` with the
        /// Wilson intervals `[l, u]` of the two rates `p₁` (treated) and `p₀`, and `d = p₁ − p₀`.
        ///
        /// Source: R. G. Newcombe (1998), *Interval estimation for the difference between independent proportions: comparison of eleven methods*,
        /// Statistics in Medicine 17, 873–890, method 10.
        ///
        /// @throws IllegalArgumentException if the confidence is not in (0, 1)
        public ConfidenceInterval upliftInterval(double confidence) {
            double with = (double) responded / treated;
            double without = (double) respondedUntreated / untreated;
            ConfidenceInterval one = IntervalMethod.WILSON.interval(responded, treated, confidence);
            ConfidenceInterval other = IntervalMethod.WILSON.interval(respondedUntreated, untreated, confidence);
            return new ConfidenceInterval(
                    with - without - Math.hypot(with - one.low(), other.high() - without),
                    with - without + Math.hypot(one.high() - with, without - other.low()),
                    confidence);
        }

        private Group group(long customers) {
            return new Group(name, (double) (treated + untreated) / customers,
                    (double) responded / treated, (double) respondedUntreated / untreated);
        }
    }

    /// Keeps an immutable copy.
    public Targeting {
        groups = List.copyOf(groups);
    }

    /// The value of knowing the group.
    ///
    /// @throws IllegalArgumentException if there is no group, two have one name, the shares do not sum to 1, or margin or cost is negative or not finite
    public static Targeting of(List<Group> groups, double margin, double cost) {
        List<String> names = names(groups);
        return of(groups, Channel.perfect(names), margin, cost);
    }

    /// The value of a message about the group that may be wrong.
    ///
    /// @param message from the groups' names, in their order, to what is seen of a customer
    /// @throws IllegalArgumentException as [#of(List, double, double)], or if the message is not about these groups
    public static Targeting of(List<Group> groups, Channel<String, String> message, double margin, double cost) {
        List<String> names = names(groups);
        Checks.nonNegative("margin", margin);
        Checks.nonNegative("cost", cost);
        double[][] payoffs = {
            groups.stream().mapToDouble(group -> margin * group.treated() - cost).toArray(),
            groups.stream().mapToDouble(group -> margin * group.untreated()).toArray()
        };
        Distribution<String> prior = Distribution.of(names, groups.stream().mapToDouble(Group::share).toArray());
        return new Targeting(groups, margin, cost, InformationGap.of(prior, message, Payoffs.of(List.of(Action.values()), names, payoffs)));
    }

    /// From an experiment: shares and response rates are those counted.
    ///
    /// @throws IllegalArgumentException as [#of(List, double, double)]
    public static Targeting ofCounts(List<Trial> trials, double margin, double cost) {
        List<Trial> checked = Checks.notEmpty("trials", trials);
        long customers = checked.stream().mapToLong(trial -> trial.treated() + trial.untreated()).sum();
        return of(checked.stream().map(trial -> trial.group(customers)).toList(), margin, cost);
    }

    /// `Σ share_g (m t_g − c)`: the expected profit per customer when everybody is treated.
    public double treatAll() {
        return profitOf(names(groups));
    }

    /// `Σ share_g m u_g`: the expected profit per customer when nobody is.
    public double treatNone() {
        return profitOf(Set.of());
    }

    /// The expected profit per customer when each message is answered by its best action.
    public double treatByMessage() {
        return gap.valueWithoutMessage() + gap.closed();
    }

    /// The value of the message per customer: what it may cost to find out before it is better not to. 0 where one action is best for all.
    public double breakEvenPrice() {
        return gap.breakEvenPrice();
    }

    /// `m (t_g − u_g)`: the cost of a treatment at which treating this group is as good as not; negative where even a free treatment does harm.
    ///
    /// @throws IllegalArgumentException if there is no such group
    public double breakEvenCost(String group) {
        return margin * groups.stream().filter(one -> one.name().equals(group)).findFirst()
                .orElseThrow(() -> unknown(group)).uplift();
    }

    /// `m Σ share_g (t_g − u_g)`: the cost at which treating all is as good as treating none.
    public double breakEvenCost() {
        return margin * CompensatedSum.of(groups.stream().mapToDouble(group -> group.share() * group.uplift()).toArray());
    }

    /// The messages on which treating is best; where both are equally good nothing is done.
    public Set<String> treated() {
        return gap.messages().stream()
                .filter(message -> !message.bestActions().contains(Action.LEAVE))
                .map(message -> message.message())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The expected profit per customer when just these groups are treated, whoever chose them. With the groups that other customers' rates chose this is an
    /// honest price of the choice.
    ///
    /// @throws IllegalArgumentException if a group does not exist
    public double profitOf(Collection<String> treated) {
        List<String> names = names(groups);
        for (String name : Checks.present("treated", treated)) {
            if (!names.contains(name)) {
                throw unknown(name);
            }
        }
        return CompensatedSum.of(groups.stream()
                .mapToDouble(group -> group.share() * (treated.contains(group.name()) ? margin * group.treated() - cost : margin * group.untreated()))
                .toArray());
    }

    /// The groups, and the profit of each way to treat them.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "margin %s, cost %s%n%-16s %8s %9s %9s %9s %15s",
                margin, cost, "group", "share", "treated", "untreated", "uplift", "break-even cost"));
        for (Group group : groups) {
            text.append(String.format(Locale.ROOT, "%n%-16s %8.4f %9.4f %9.4f %9.4f %15.4f",
                    group.name(), group.share(), group.treated(), group.untreated(), group.uplift(), margin * group.uplift()));
        }
        text.append(String.format(Locale.ROOT, "%nprofit a customer: treat all %.4f, none %.4f, by message %.4f; the message is worth %.4f",
                treatAll(), treatNone(), treatByMessage(), breakEvenPrice()));
        return text.toString();
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("group must be one of " + names(groups) + ", but is '" + name + "'");
    }

    private static List<String> names(List<Group> groups) {
        return Checks.distinct("names of the groups", Checks.notEmpty("groups", groups).stream().map(Group::name).toList());
    }
}
