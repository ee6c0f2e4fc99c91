package infogap.kernel;

/// What a place in Java text is in: code, a comment or a literal. Enough of the lexer (JLS chapter 3) for text that is still being written.
enum CellText {

    CODE, LINE_COMMENT, BLOCK_COMMENT, STRING, CHARACTER, TEXT_BLOCK;

    /// A stretch of one kind that the text ends in, and where it starts.
    record Open(CellText kind, int start) {}

    /// What the text before a position ends in.
    static Open at(String text, int end) {
        int i = 0;
        while (i < end) {
            CellText kind = starting(text, i);
            if (kind == CODE) {
                i++;
            } else {
                int close = kind.end(text, i);
                if (close > end || close < 0 || close == end && kind == LINE_COMMENT) {
                    return new Open(kind, i);
                }
                i = close;
            }
        }
        return new Open(CODE, end);
    }

    private static CellText starting(String text, int i) {
        return text.startsWith("//", i) ? LINE_COMMENT
                : text.startsWith("/*", i) ? BLOCK_COMMENT
                : text.startsWith("\"\"\"", i) ? TEXT_BLOCK
                : text.charAt(i) == '"' ? STRING
                : text.charAt(i) == '\'' ? CHARACTER
                : CODE;
    }

    /// Where a stretch that starts here is over, or -1 when it is not; a line comment ends before its line break.
    private int end(String text, int start) {
        return switch (this) {
            case CODE -> start;
            case LINE_COMMENT -> {
                int lineEnd = text.indexOf('\n', start);
                yield lineEnd < 0 ? text.length() : lineEnd;
            }
            case BLOCK_COMMENT -> after(text, "*/", start + 2, false);
            case TEXT_BLOCK -> after(text, "\"\"\"", start + 3, true);
            case STRING -> after(text, "\"", start + 1, true);
            case CHARACTER -> after(text, "'", start + 1, true);
        };
    }

    private int after(String text, String close, int from, boolean escapes) {
        for (int i = from; i < text.length(); i++) {
            if (escapes && text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(close, i)) {
                return i + close.length();
            } else if (text.charAt(i) == '\n' && (this == STRING || this == CHARACTER)) {
                return i;
            }
        }
        return -1;
    }
}
