package infogap.table.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a formula by recursive descent. From loose to tight: `~`, `+ -`, `* /`, `:`, the sign, `^` (also written `**`).
final class FormulaParser {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)|(?<name>[\\p{L}._][\\p{L}\\p{N}._]*)|`(?<quoted>[^`]+)`"
                    + "|\"(?<text>[^\"]*)\"|'(?<single>[^']*)'|(?<operator>\\*\\*|[~+\\-*/^:(),=]))");

    private final String formula;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private enum Kind { NUMBER, NAME, QUOTED, TEXT, OPERATOR, END }

    private record Token(Kind kind, String value, int position) {}

    /// The response and the right side.
    record Parsed(Node response, Node terms) {}

    private FormulaParser(String formula) {
        this.formula = formula;
        Matcher matcher = TOKEN.matcher(formula);
        int from = 0;
        while (from < formula.length() && !formula.substring(from).isBlank()) {
            if (!matcher.find(from) || matcher.start() != from) {
                throw refused(from, "a name, a number or an operator; a name with other characters stands between backquotes, `like this`");
            }
            tokens.add(token(matcher));
            from = matcher.end();
        }
        tokens.add(new Token(Kind.END, "the end", formula.length()));
    }

    private static Token token(Matcher matcher) {
        int position = matcher.end();
        for (Kind kind : List.of(Kind.NUMBER, Kind.NAME, Kind.QUOTED, Kind.TEXT, Kind.OPERATOR)) {
            String value = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
            if (value != null) {
                return new Token(kind, value.equals("**") ? "^" : value, position - value.length());
            }
        }
        return new Token(Kind.TEXT, matcher.group("single"), position);
    }

    static Parsed parse(String formula) {
        FormulaParser parser = new FormulaParser(formula);
        if (parser.peek("~")) {
            throw parser.refused("a response before the ~, as in 'y ~ x'");
        }
        Node response = parser.sum();
        parser.expect("~", "a ~ between the response and the terms, as in 'y ~ x'");
        if (parser.token().kind() == Kind.END) {
            throw parser.refused("terms after the ~; the mean alone is 'y ~ 1'");
        }
        Node terms = parser.sum();
        if (parser.token().kind() != Kind.END) {
            throw parser.refused("an operator or the end");
        }
        return new Parsed(response, terms);
    }

    private Node sum() {
        Node left = peek("-") ? negative() : peek("+") ? unsigned() : product();
        while (peek("+") || peek("-")) {
            char operator = take().value().charAt(0);
            left = new Node.Operation(operator, left, product());
        }
        return left;
    }

    private Node negative() {
        take();
        return new Node.Negative(product());
    }

    private Node unsigned() {
        take();
        return product();
    }

    private Node product() {
        Node left = interaction();
        while (peek("*") || peek("/")) {
            char operator = take().value().charAt(0);
            left = new Node.Operation(operator, left, interaction());
        }
        return left;
    }

    private Node interaction() {
        Node left = power();
        while (peek(":")) {
            take();
            left = new Node.Operation(':', left, power());
        }
        return left;
    }

    private Node power() {
        Node base = primary();
        if (!peek("^")) {
            return base;
        }
        take();
        return new Node.Operation('^', base, peek("-") ? negative() : power());
    }

    private Node primary() {
        Token token = take();
        switch (token.kind()) {
            case NUMBER -> {
                return new Node.Literal(new BigDecimal(token.value()));
            }
            case TEXT -> {
                return new Node.Text(token.value());
            }
            case QUOTED -> {
                return new Node.Name(token.value());
            }
            case NAME -> {
                if (token.value().equals(".")) {
                    return new Node.Everything();
                }
                return peek("(") ? call(token.value()) : new Node.Name(token.value());
            }
            default -> {
                if (token.value().equals("(")) {
                    Node inner = sum();
                    expect(")", "a closing parenthesis");
                    return new Node.Parentheses(inner);
                }
                throw refused(token.position(), "a name, a number or an opening parenthesis");
            }
        }
    }

    private Node call(String function) {
        take();
        List<Node> arguments = new ArrayList<>();
        while (!peek(")")) {
            if (!arguments.isEmpty()) {
                expect(",", "a comma or a closing parenthesis");
            }
            arguments.add(argument());
        }
        take();
        return new Node.Call(function, List.copyOf(arguments));
    }

    private Node argument() {
        if (token().kind() == Kind.NAME && tokens.get(at + 1).value().equals("=")) {
            String name = take().value();
            take();
            return new Node.Named(name, sum());
        }
        return sum();
    }

    private Token token() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at < tokens.size() - 1 ? at++ : at);
    }

    private boolean peek(String operator) {
        return token().kind() == Kind.OPERATOR && token().value().equals(operator);
    }

    private void expect(String operator, String expected) {
        if (!peek(operator)) {
            throw refused(expected);
        }
        take();
    }

    private IllegalArgumentException refused(String expected) {
        return refused(token().position(), expected);
    }

    private IllegalArgumentException refused(int position, String expected) {
        String rest = position >= formula.length() ? "the end" : "'" + formula.substring(position) + "'";
        return new IllegalArgumentException("formula '" + formula + "' must have " + expected + " at character " + (position + 1) + ", but has " + rest);
    }
}
