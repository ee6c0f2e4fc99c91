package infogap.signaling.finite;

import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Games of the literature that every text and every test shares.
public final class CanonicalGames {

    private CanonicalGames() {}

    /// Beer and quiche: a newcomer is strong or weak and has breakfast, a bully who has seen it picks a duel or lets go. Everybody likes not to fight (2),
    /// the strong one beer and the weak one quiche (1); the bully wants to fight the weak only.
    ///
    /// Payoffs as commonly taught; the game is I.-K. Cho and D. M. Kreps' (1987), *Signaling games and stable equilibria*, Quarterly Journal of Economics
    /// 102, 179–221.
    ///
    /// @param strongShare the probability that the newcomer is strong, strictly between 0 and 1; theirs is 9/10
    /// @throws IllegalArgumentException if it is not
    public static FiniteSignalingGame beerAndQuiche(BigFraction strongShare) {
        Exact.share("strongShare", strongShare);
        return FiniteSignalingGame.of(
                List.of("strong", "weak"),
                List.of(strongShare, BigFraction.ONE.subtract(strongShare)),
                List.of("beer", "quiche"),
                List.of("duel", "let go"),
                new double[][][] {{{1, 3}, {0, 2}}, {{0, 2}, {1, 3}}},
                new double[][][] {{{0, 1}, {0, 1}}, {{1, 0}, {1, 0}}});
    }

    /// A worker of high ability (1/3) or low gets an education or none, a firm that has seen it makes a manager or a clerk of him.
    ///
    /// Source: J. Watson (2013), *Strategy*, third edition, Norton, figure 29.1.
    public static FiniteSignalingGame jobMarket() {
        return FiniteSignalingGame.of(
                List.of("high", "low"),
                List.of(Fractions.of(1, 3), Fractions.of(2, 3)),
                List.of("education", "none"),
                List.of("manager", "clerk"),
                new double[][][] {{{6, 0}, {10, 4}}, {{3, -3}, {10, 4}}},
                new double[][][] {{{10, 4}, {10, 4}}, {{0, 4}, {0, 4}}});
    }
}
