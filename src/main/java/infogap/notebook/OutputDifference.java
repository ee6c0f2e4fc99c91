package infogap.notebook;

/// One place where the outputs of two executions differ.
///
/// @param notebook  the notebook's name
/// @param cellIndex the cell's place, from 0
/// @param cellId    the cell's identifier
/// @param place     what differs: `outputs[0] text/html`, `outputs[1] stdout`, `number of outputs`, `source` …
/// @param committed what the committed notebook says there, the part around the first difference
/// @param fresh     what the fresh run says there
public record OutputDifference(String notebook, int cellIndex, String cellId, String place, String committed, String fresh) {

    private static final int BEFORE = 30;
    private static final int AFTER = 60;

    /// A difference between two texts, each cut to the surroundings of the first character that differs.
    static OutputDifference between(String notebook, int cellIndex, String cellId, String place, String committed, String fresh) {
        int first = 0;
        while (first < Math.min(committed.length(), fresh.length()) && committed.charAt(first) == fresh.charAt(first)) {
            first++;
        }
        return new OutputDifference(notebook, cellIndex, cellId, place, excerpt(committed, first), excerpt(fresh, first));
    }

    private static String excerpt(String text, int middle) {
        int from = Math.max(0, middle - BEFORE);
        int to = Math.min(text.length(), middle + AFTER);
        String part = text.substring(from, to).replace("\n", "⏎");
        return (from > 0 ? "…" : "") + part + (to < text.length() ? "…" : "");
    }

    @Override
    public String toString() {
        return notebook + ", cell " + (cellIndex + 1) + " (id " + cellId + "), " + place
                + "\n  committed: " + committed + "\n  fresh:     " + fresh;
    }
}
