package infogap.table.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a cell stands among the levels or labels of its column.
final class CellPositions {

    static final int NONE = TextPositions.NONE;

    private final TextPositions texts;
    private final Map<Double, Integer> values = new HashMap<>();
    private final boolean numbers;
    private final boolean open;

    private CellPositions(TextPositions texts, boolean numbers, boolean open) {
        this.texts = texts;
        this.numbers = numbers;
        this.open = open;
    }

    /// Known from the start.
    static CellPositions of(SourceColumn.Levels levels) {
        List<String> names = levels.levels();
        CellPositions positions = new CellPositions(TextPositions.of(names), levels.numbers(), false);
        for (int k = 0; levels.numbers() && k < names.size(); k++) {
            positions.values.put(value(names.get(k).toCharArray(), 0, names.get(k).length()), k);
        }
        return positions;
    }

    /// Numbered as they come.
    static CellPositions of(SourceColumn.Label label) {
        return new CellPositions(new TextPositions(), label.numbers(), true);
    }

    /// The cell's position; [#NONE] if it is of no level.
    int find(char[] buffer, int offset, int length) {
        if (!open) {
            int position = texts.find(buffer, offset, length);
            return position != NONE || !numbers ? position : values.getOrDefault(value(buffer, offset, length), NONE);
        }
        if (!numbers) {
            return texts.findOrAdd(buffer, offset, length);
        }
        double value = value(buffer, offset, length);
        if (!Double.isNaN(value)) {
            return values.computeIfAbsent(value, _ -> values.size());
        }
        // texts among numbers have positions of their own
        return -2 - texts.findOrAdd(buffer, offset, length);
    }

    private static double value(char[] buffer, int offset, int length) {
        // −0 is 0
        return 0.0 + Decimals.parse(buffer, offset, length);
    }
}
