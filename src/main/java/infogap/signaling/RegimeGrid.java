package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The kinds of equilibrium over two parameters at once: the data of a map with a point for each pair.
///
/// @param base the game whose two parameters are replaced
/// @param horizontal the parameter that changes along a row
/// @param horizontalValues its values
/// @param vertical the parameter that changes from row to row
/// @param verticalValues its values
/// @param kinds the kinds at each pair: a row for each vertical value, an entry for each horizontal one
public record RegimeGrid(
        SignalingGame base,
        Parameter horizontal,
        List<BigFraction> horizontalValues,
        Parameter vertical,
        List<BigFraction> verticalValues,
        List<List<List<EquilibriumKind>>> kinds) {

    /// A parameter of the game.
    public enum Parameter {
        /// λ.
        HONEST_SHARE,
        /// Δ.
        VALUE_DIFFERENCE,
        /// c_H.
        HONEST_COST,
        /// c_D.
        DECEPTIVE_COST;

        SignalingGame replace(SignalingGame game, BigFraction value) {
            SignalingMarket market = game.market();
            SignalingMarket changed = switch (this) {
                case HONEST_SHARE -> new SignalingMarket(value, market.honestCost(), market.deceptiveCost());
                case VALUE_DIFFERENCE -> market;
                case HONEST_COST -> new SignalingMarket(market.honestShare(), value, market.deceptiveCost());
                case DECEPTIVE_COST -> new SignalingMarket(market.honestShare(), market.honestCost(), value);
            };
            return new SignalingGame(
                    changed, this == VALUE_DIFFERENCE ? value : game.valueDifference(), game.lowValue());
        }
    }

    public RegimeGrid {
        Checks.present("base", base);
        Checks.present("horizontal", horizontal);
        Checks.present("vertical", vertical);
        if (horizontal == vertical) {
            throw new IllegalArgumentException("vertical must be another parameter than horizontal, but both are " + vertical);
        }
        horizontalValues = Checks.notEmpty("horizontalValues", horizontalValues);
        verticalValues = Checks.notEmpty("verticalValues", verticalValues);
        kinds = Checks.notEmpty("kinds", kinds);
        Checks.sameLength("verticalValues", verticalValues.size(), "kinds", kinds.size());
    }

    /// The grid over all pairs of values, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if both parameters are the same, there are no values, or a value is outside the
    ///     parameter's range
    public static RegimeGrid of(
            SignalingGame base, Parameter horizontal, double[] horizontalValues, Parameter vertical, double[] verticalValues) {
        Checks.present("base", base);
        Checks.present("horizontal", horizontal);
        Checks.present("vertical", vertical);
        List<BigFraction> columns = exact("horizontalValues", horizontalValues);
        List<BigFraction> rows = exact("verticalValues", verticalValues);
        List<List<List<EquilibriumKind>>> kinds = rows.stream()
                .map(row -> vertical.replace(base, row))
                .map(game -> columns.stream().map(column -> horizontal.replace(game, column).kinds()).toList())
                .toList();
        return new RegimeGrid(base, horizontal, columns, vertical, rows, kinds);
    }

    /// Where this kind exists: `[row][column]`.
    public boolean[][] where(EquilibriumKind kind) {
        Checks.present("kind", kind);
        boolean[][] where = new boolean[verticalValues.size()][horizontalValues.size()];
        for (int row = 0; row < where.length; row++) {
            for (int column = 0; column < where[row].length; column++) {
                where[row][column] = kinds.get(row).get(column).contains(kind);
            }
        }
        return where;
    }

    private static List<BigFraction> exact(String argument, double[] values) {
        return Arrays.stream(Checks.finite(argument, values)).mapToObj(Fractions::ofDecimal).toList();
    }

    /// A character for each pair, the lowest row at the bottom: S separating, D and H one type mixes, B both, P pooling only.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = kinds.size() - 1; row >= 0; row--) {
            kinds.get(row).forEach(here -> text.append(letter(here)));
            text.append(System.lineSeparator());
        }
        return text.append("S separating, D deceptive mixes, H honest mixes, B both mix, P pooling only; → ")
                .append(horizontal).append(", ↑ ").append(vertical).toString();
    }

    private static char letter(List<EquilibriumKind> kinds) {
        if (kinds.contains(EquilibriumKind.SEPARATING)) {
            return 'S';
        }
        return switch (kinds.getLast()) {
            case BOTH_MIX -> 'B';
            case DECEPTIVE_MIXES -> 'D';
            case HONEST_MIXES -> kinds.contains(EquilibriumKind.DECEPTIVE_MIXES) ? 'D' : 'H';
            case SEPARATING, POOLING_ON_NO_SIGNAL, POOLING_ON_SIGNAL -> 'P';
        };
    }
}
