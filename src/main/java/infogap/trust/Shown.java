package infogap.trust;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How laws and transparencies are written for a reader.
final class Shown {

    private static final int MOST_POINTS = 6;

    private Shown() {}

    /// `1` and not `1.0`.
    static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// `0.2 + 0.1 t`.
    static String line(double initial, double slope) {
        return number(initial) + (slope < 0 ? " - " : " + ") + number(Math.abs(slope)) + " t";
    }

    /// `0.8 from t = 0, 0.1 from t = 4`, the first few.
    static String points(List<Double> times, List<Double> levels, String preposition) {
        String shown = IntStream.range(0, Math.min(MOST_POINTS, times.size()))
                .mapToObj(i -> number(levels.get(i)) + " " + preposition + " t = " + number(times.get(i)))
                .collect(Collectors.joining(", "));
        return shown + (times.size() > MOST_POINTS ? ", … (" + times.size() + " in all)" : "");
    }
}
