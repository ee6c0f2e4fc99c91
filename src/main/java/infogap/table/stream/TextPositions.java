package infogap.table.stream;

import java.util.List;

/// Texts by the order in which they were added, looked up by their characters without making a text of them.
final class TextPositions {

    static final int NONE = -1;
    private static final int FIRST_PLACES = 64;

    private String[] texts = new String[FIRST_PLACES];
    private int[] positions = new int[FIRST_PLACES];
    private int size;

    static TextPositions of(List<String> texts) {
        TextPositions positions = new TextPositions();
        texts.forEach(text -> positions.findOrAdd(text.toCharArray(), 0, text.length()));
        return positions;
    }

    /// The position of the text; [#NONE] if it was not added.
    int find(char[] buffer, int offset, int length) {
        int place = place(buffer, offset, length);
        return texts[place] == null ? NONE : positions[place];
    }

    /// The position of the text, which is added if it is new.
    int findOrAdd(char[] buffer, int offset, int length) {
        int place = place(buffer, offset, length);
        if (texts[place] != null) {
            return positions[place];
        }
        texts[place] = new String(buffer, offset, length);
        positions[place] = size++;
        if (2 * size > texts.length) {
            grow();
        }
        return size - 1;
    }

    private int place(char[] buffer, int offset, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[offset + i];
        }
        int place = spread(hash);
        while (texts[place] != null && !isAt(place, buffer, offset, length)) {
            place = place + 1 & texts.length - 1;
        }
        return place;
    }

    private int spread(int hash) {
        return (hash ^ hash >>> 16) & texts.length - 1;
    }

    private boolean isAt(int place, char[] buffer, int offset, int length) {
        String text = texts[place];
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] before = texts;
        int[] places = positions;
        texts = new String[2 * before.length];
        positions = new int[texts.length];
        for (int at = 0; at < before.length; at++) {
            if (before[at] != null) {
                // String.hashCode is the sum that place() forms
                int place = spread(before[at].hashCode());
                while (texts[place] != null) {
                    place = place + 1 & texts.length - 1;
                }
                texts[place] = before[at];
                positions[place] = places[at];
            }
        }
    }
}
