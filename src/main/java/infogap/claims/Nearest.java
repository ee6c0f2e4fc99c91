package infogap.claims;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The names that somebody may have meant.
final class Nearest {

    private static final int SHOWN = 3;
    private static final int FEW = 8;

    private Nearest() {}

    /// `; did you mean '4-07'?`, naming at most three; where none is near, all of a few, or how many there are.
    static String hint(String name, Collection<String> known) {
        List<String> near = near(name, known);
        if (!near.isEmpty()) {
            return "; did you mean '" + String.join("' or '", near) + "'?";
        }
        String number = "; the ledger has " + known.size() + (known.size() == 1 ? " claim" : " claims");
        return known.size() <= FEW ? number + ": " + String.join(", ", known) : number + ", from '" + known.iterator().next() + "' on";
    }

    /// The known names within a few typing errors, nearest first.
    static List<String> near(String name, Collection<String> known) {
        int most = (name.length() + 1) / 3;
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= most)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(SHOWN)
                .map(Candidate::name)
                .toList();
    }

    /// The fewest insertions, deletions and replacements that make one of the other (V. Levenshtein 1966).
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + same);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
