package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.ArrayList;
import java.util.List;

/// Who knows what: one side sees the message of the channel `fine`, the other only what `noise` leaves of it. Information asymmetry (信息不对称).
///
/// @param prior what both sides believe before
/// @param fine the channel `F` of the better informed side
/// @param noise the channel from the better side's message to the other side's, so that the other side sees `G = fine.then(noise)`
/// @param <S> the type of the states
/// @param <F> the type of the fine messages
/// @param <Y> the type of the other side's messages
public record Asymmetry<S, F, Y>(Distribution<S> prior, Channel<S, F> fine, Channel<F, Y> noise) {

    /// @throws IllegalArgumentException if the prior's states are not the fine channel's inputs, or the fine messages not the noise's inputs
    public Asymmetry {
        Checks.present("fine", fine);
        Checks.present("noise", noise);
        Beliefs.requireStates("prior", prior, fine.inputs());
        if (!fine.outputs().equals(noise.inputs())) {
            throw new IllegalArgumentException(
                    "noise must take the fine messages " + fine.outputs() + ", but its inputs are " + noise.inputs());
        }
    }

    /// One side knows the state, the other sees the channel's message.
    public static <S, Y> Asymmetry<S, S, Y> toTheTruth(Distribution<S> prior, Channel<S, Y> channel) {
        Checks.present("prior", prior);
        return new Asymmetry<>(prior, Channel.perfect(prior.states()), Checks.present("channel", channel));
    }

    /// What the other side sees: `G`.
    public Channel<S, Y> coarse() {
        return fine.then(noise);
    }

    /// The gap in this decision problem.
    ///
    /// @throws IllegalArgumentException if the decision problem is not about the prior's states, or a squared error over- or underflows
    public <A> InformationGap<A, S, Y> under(DecisionProblem<A, S> decision) {
        requireScale(Checks.present("decision", decision));
        List<MessageValue<A, S, Y>> messages = values(coarse(), decision);
        boolean knowsTheState = fine.equals(Channel.perfect(prior.states()));
        double total = knowsTheState ? decision.uncertainty(prior) : worth(values(fine, decision));
        double remaining = knowsTheState ? ahead(messages, decision) : ahead(messages, values(fine, decision), decision);
        return new InformationGap<>(
                decision, this, decision.bestActions(prior), decision.value(prior), messages, worth(messages), remaining, total);
    }

    // a squared error that is a decision about S is a squared error of S, which the compiler does not infer
    @SuppressWarnings("unchecked")
    private void requireScale(DecisionProblem<?, S> decision) {
        if (decision instanceof SquaredError<?> squared) {
            ((SquaredError<S>) squared).requireScale(prior);
        }
    }

    @Override
    public String toString() {
        return "both believe\n" + indented(prior) + "\none side sees\n" + indented(fine) + "\nand the other what is left of it by\n" + indented(noise);
    }

    private static String indented(Object table) {
        return table.toString().indent(2).stripTrailing();
    }

    /// One entry for each message that can occur.
    private <A, M> List<MessageValue<A, S, M>> values(Channel<S, M> channel, DecisionProblem<A, S> decision) {
        JointDistribution<M, S> joint = JointDistribution.of(prior, channel).transposed();
        Distribution<M> marginal = joint.rowMarginal();
        List<MessageValue<A, S, M>> values = new ArrayList<>();
        for (int i = 0; i < marginal.size(); i++) {
            if (marginal.probabilityAt(i) > 0) {
                M message = marginal.states().get(i);
                Distribution<S> posterior = joint.columnsGiven(message);
                values.add(new MessageValue<>(
                        message,
                        marginal.probabilityAt(i),
                        posterior,
                        decision.bestActions(posterior),
                        decision.value(posterior),
                        decision.regret(posterior, prior)));
            }
        }
        return List.copyOf(values);
    }

    private static double worth(List<? extends MessageValue<?, ?, ?>> messages) {
        CompensatedSum sum = new CompensatedSum();
        messages.forEach(message -> sum.add(message.probability() * message.gain()));
        return sum.value();
    }

    private static <A, S, M> double ahead(List<MessageValue<A, S, M>> messages, DecisionProblem<A, S> decision) {
        CompensatedSum sum = new CompensatedSum();
        messages.forEach(message -> sum.add(message.probability() * decision.uncertainty(message.posterior())));
        return sum.value();
    }

    private <A> double ahead(
            List<MessageValue<A, S, Y>> messages, List<MessageValue<A, S, F>> fineMessages, DecisionProblem<A, S> decision) {
        CompensatedSum sum = new CompensatedSum();
        for (MessageValue<A, S, F> from : fineMessages) {
            double[] leavesAs = noise.row(noise.inputs().indexOf(from.message()));
            for (MessageValue<A, S, Y> to : messages) {
                double probability = from.probability() * leavesAs[noise.outputs().indexOf(to.message())];
                if (probability > 0) {
                    sum.add(probability * decision.regret(from.posterior(), to.posterior()));
                }
            }
        }
        return sum.value();
    }
}
