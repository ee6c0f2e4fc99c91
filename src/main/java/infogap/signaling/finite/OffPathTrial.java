package infogap.signaling.finite;

import infogap.numeric.LinearProgramme;
import infogap.numeric.Polytope;
import infogap.numeric.Inequality;
import infogap.signaling.Refinement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The refinements of a finite game, each as a condition on the beliefs about a message that nobody sends.
///
/// - Intuitive criterion (Cho and Kreps 1987): types that lose by the message whatever best reply follows are excluded; if some type then gains whatever
///   best reply to the others follows, the equilibrium falls.
/// - D1 (Cho and Kreps 1987): type t is excluded if another gains strictly from every mixed best reply from which t gains weakly, and t is not the only one.
/// - Divinity (Banks and Sobel 1987), in the form that compares types in pairs, without iterating: where t is excluded by D1 in favour of t′, the belief
///   gives t no more weight against t′ than the prior.
/// - Undefeated (Mailath, Okuno-Fujiwara and Postlewaite 1993) among the pure equilibria: another that sends the message, and is at least as good for each
///   type that sends it there, and better for one, fixes the belief; types that are indifferent may have any weight up to their share.
final class OffPathTrial {

    private final FiniteEquilibrium equilibrium;
    private final FiniteSignalingGame game;
    private final Refinement refinement;
    private final int types;

    OffPathTrial(FiniteEquilibrium equilibrium, Refinement refinement) {
        this.equilibrium = equilibrium;
        this.game = equilibrium.game();
        this.refinement = refinement;
        this.types = game.types().size();
    }

    FiniteVerdict verdict() {
        List<FiniteVerdict.Elimination> eliminations = new ArrayList<>();
        for (int m = 0; m < game.messages().size(); m++) {
            if (!equilibrium.isSent(m)) {
                switch (refinement) {
                    case INTUITIVE_CRITERION -> intuitive(m).ifPresent(eliminations::add);
                    case D1, DIVINITY -> dominance(m).ifPresent(eliminations::add);
                    case UNDEFEATED -> undefeated(m).ifPresent(eliminations::add);
                }
            }
        }
        return new FiniteVerdict(equilibrium, refinement, eliminations);
    }

    private Optional<FiniteVerdict.Elimination> intuitive(int message) {
        BestReplies best = new BestReplies(game, message);
        List<Inequality> inequalities = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        List<Integer> possible = best.single(best.beliefs());
        for (int t = 0; t < types; t++) {
            BigFraction most = extreme(t, message, possible, Comparator.naturalOrder());
            if (most.compareTo(equilibrium.payoff(t)) < 0) {
                inequalities.add(less(game.types().get(t) + " gets at most by " + game.messages().get(message) + " < in equilibrium", most,
                        equilibrium.payoff(t)));
            } else {
                rest.add(t);
            }
        }
        if (inequalities.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> left = best.single(best.beliefsOn(rest));
        for (int t : rest) {
            BigFraction least = extreme(t, message, left, Comparator.reverseOrder());
            if (equilibrium.payoff(t).compareTo(least) < 0) {
                inequalities.add(less(game.types().get(t) + " in equilibrium < gets at least, if only " + names(rest) + " can have sent it",
                        equilibrium.payoff(t), least));
                return Optional.of(new FiniteVerdict.Elimination(
                        game.messages().get(message), "the excluded would lose by it, and " + game.types().get(t) + " gains", inequalities));
            }
        }
        return Optional.empty();
    }

    private Optional<FiniteVerdict.Elimination> dominance(int message) {
        BestReplies best = new BestReplies(game, message);
        List<List<Integer>> faces = best.together(best.beliefs());
        List<Inequality> inequalities = new ArrayList<>();
        List<Integer> survivors = new ArrayList<>();
        Polytope weighed = best.beliefs();
        for (int t = 0; t < types; t++) {
            boolean excluded = false;
            for (int eager = 0; eager < types; eager++) {
                Optional<Inequality> certificate = eager == t ? Optional.empty() : moreEager(message, faces, t, eager);
                if (certificate.isPresent()) {
                    if (!excluded) {
                        inequalities.add(certificate.get());
                    }
                    excluded = true;
                    weighed = weighed.cut(ratio(t, eager));
                }
            }
            if (!excluded) {
                survivors.add(t);
            }
        }
        if (inequalities.isEmpty()) {
            return Optional.empty();
        }
        Polytope reasonable = refinement == Refinement.D1 ? best.beliefsOn(survivors) : weighed;
        return tempted(message, reasonable, inequalities,
                refinement == Refinement.D1
                        ? "only " + names(survivors) + " is believed to send it, and somebody then does"
                        : "the more eager types are believed no less than before, and somebody then sends it");
    }

    /// That `eager` gains strictly from each reply from which `type` gains weakly, and from some at all, with the number that shows it.
    private Optional<Inequality> moreEager(int message, List<List<Integer>> faces, int type, int eager) {
        BigFraction least = null;
        BigFraction most = null;
        for (List<Integer> face : faces) {
            Polytope all = Polytope.simplex(face.size());
            Polytope tempting = all.cut(payoffs(type, message, face), equilibrium.payoff(type));
            for (List<BigFraction> reply : tempting.corners()) {
                BigFraction gets = BestReplies.dot(payoffs(eager, message, face), reply);
                least = least == null || gets.compareTo(least) < 0 ? gets : least;
            }
            for (List<BigFraction> reply : all.corners()) {
                BigFraction gets = BestReplies.dot(payoffs(eager, message, face), reply);
                most = most == null || gets.compareTo(most) > 0 ? gets : most;
            }
        }
        BigFraction now = equilibrium.payoff(eager);
        String name = game.types().get(eager);
        Inequality inequality = least == null
                ? less(name + " in equilibrium < gets at most, where " + game.types().get(type) + " never gains", now, most)
                : less(name + " in equilibrium < gets at least, wherever " + game.types().get(type) + " does not lose", now, least);
        return inequality.holds() ? Optional.of(inequality) : Optional.empty();
    }

    private Optional<FiniteVerdict.Elimination> undefeated(int message) {
        BestReplies best = new BestReplies(game, message);
        for (FiniteEquilibrium other : game.pureEquilibria()) {
            List<Integer> senders = IntStream.range(0, types).filter(t -> other.signals().get(t).get(message).equals(BigFraction.ONE)).boxed().toList();
            List<Integer> better = senders.stream().filter(t -> other.payoff(t).compareTo(equilibrium.payoff(t)) > 0).toList();
            boolean asGood = senders.stream().allMatch(t -> other.payoff(t).compareTo(equilibrium.payoff(t)) >= 0);
            if (!better.isEmpty() && asGood) {
                Polytope reasonable = best.beliefsOn(senders);
                for (int t : senders) {
                    for (int sure : better) {
                        reasonable = t == sure ? reasonable : reasonable.cut(ratio(t, sure));
                    }
                }
                List<Inequality> inequalities = new ArrayList<>();
                for (int t : better) {
                    inequalities.add(less(
                            game.types().get(t) + " here < where " + names(senders) + " sends it", equilibrium.payoff(t), other.payoff(t)));
                }
                Optional<FiniteVerdict.Elimination> elimination = tempted(message, reasonable, inequalities,
                        "it is sent by " + names(senders) + " in another equilibrium, and with the belief of that somebody sends it here");
                if (elimination.isPresent()) {
                    return elimination;
                }
            }
        }
        return Optional.empty();
    }

    /// Eliminated if after every best reply to one of these beliefs some type gains.
    private Optional<FiniteVerdict.Elimination> tempted(int message, Polytope beliefs, List<Inequality> because, String reason) {
        BigFraction least = null;
        for (List<Integer> face : new BestReplies(game, message).together(beliefs)) {
            BigFraction temptation = temptation(message, face);
            least = least == null || temptation.compareTo(least) < 0 ? temptation : least;
        }
        if (least == null || least.getNumerator().signum() <= 0) {
            return Optional.empty();
        }
        List<Inequality> inequalities = new ArrayList<>(because);
        inequalities.add(less("0 < the least that the most tempted type gains", BigFraction.ZERO, least));
        return Optional.of(new FiniteVerdict.Elimination(game.messages().get(message), reason, inequalities));
    }

    /// min over the mixtures of these replies of the largest gain of a type: the smallest `a − b` with gain ≤ a − b for each type.
    private BigFraction temptation(int message, List<Integer> face) {
        List<BigFraction> costs = new ArrayList<>(Collections.nCopies(face.size(), BigFraction.ZERO));
        costs.add(BigFraction.ONE);
        costs.add(BigFraction.MINUS_ONE);
        List<BigFraction> sum = new ArrayList<>(Collections.nCopies(face.size(), BigFraction.ONE));
        sum.add(BigFraction.ZERO);
        sum.add(BigFraction.ZERO);
        LinearProgramme programme = LinearProgramme.minimising(costs).with(sum, LinearProgramme.Relation.EQUAL, BigFraction.ONE);
        for (int t = 0; t < types; t++) {
            List<BigFraction> row = new ArrayList<>(payoffs(t, message, face));
            row.add(BigFraction.MINUS_ONE);
            row.add(BigFraction.ONE);
            programme = programme.with(row, LinearProgramme.Relation.AT_MOST, equilibrium.payoff(t));
        }
        return ((LinearProgramme.Optimal) programme.solve()).value();
    }

    /// μ(sure)·p(t) ≥ μ(t)·p(sure): t has no more weight against the other than in the prior.
    private List<BigFraction> ratio(int t, int sure) {
        BigFraction[] normal = new BigFraction[types];
        Arrays.fill(normal, BigFraction.ZERO);
        normal[sure] = game.prior().get(t);
        normal[t] = game.prior().get(sure).negate();
        return List.of(normal);
    }

    private List<BigFraction> payoffs(int type, int message, List<Integer> replies) {
        return replies.stream().map(reply -> game.sender(type, message, reply)).toList();
    }

    private BigFraction extreme(int type, int message, List<Integer> replies, Comparator<BigFraction> order) {
        return payoffs(type, message, replies).stream().max(order).orElseThrow();
    }

    private String names(List<Integer> positions) {
        return positions.stream().map(game.types()::get).collect(Collectors.joining(", "));
    }

    private static Inequality less(String formula, BigFraction left, BigFraction right) {
        return new Inequality(formula, left, Inequality.Relation.LESS, right);
    }
}
