package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/// A game tree in Gambit's extensive-form format 2, read from its text.
///
/// @param title of the game
/// @param players their names
/// @param root of the tree
record EfgTree(String title, List<String> players, Node root) {

    /// @param kind `c` chance, `p` a player's decision, `t` the end
    /// @param player 1 for the first; 0 where nobody decides
    /// @param informationSet its number, of the player's
    /// @param actions their names
    /// @param probabilities of a chance node's actions, otherwise empty
    /// @param payoffs of the node's own outcome, one for each player
    /// @param children one for each action
    record Node(
            char kind, int player, int informationSet, List<String> actions, List<BigFraction> probabilities, List<BigFraction> payoffs,
            List<Node> children) {}

    static EfgTree read(String text) {
        return new Reader(Checks.text("text", text)).tree();
    }

    private record Actions(List<String> names, List<BigFraction> probabilities) {}

    private static final class Reader {

        private final String text;
        private int at;
        private List<String> players;
        private final Map<String, Actions> informationSets = new HashMap<>();
        private final Map<Integer, List<BigFraction>> outcomes = new HashMap<>();

        Reader(String text) {
            this.text = text;
        }

        EfgTree tree() {
            word("EFG");
            word("2");
            if (!skip('R')) {
                word("D");
            }
            String title = quoted();
            open();
            List<String> names = new ArrayList<>();
            while (!skip('}')) {
                names.add(quoted());
            }
            players = List.copyOf(names);
            if (peek() == '"') {
                quoted();
            }
            Node root = node();
            if (peek() != 0) {
                throw wrong("the end of the file");
            }
            return new EfgTree(title, players, root);
        }

        private Node node() {
            char kind = peek();
            if (kind != 'c' && kind != 'p' && kind != 't') {
                throw wrong("a node, which begins with c, p or t");
            }
            at++;
            quoted();
            if (kind == 't') {
                return new Node(kind, 0, 0, List.of(), List.of(), outcome(), List.of());
            }
            int player = kind == 'c' ? 0 : number();
            if (player < 0 || player > players.size()) {
                throw wrong("a player from 1 to " + players.size());
            }
            int informationSet = number();
            Actions actions = actions(kind, player + "/" + informationSet);
            List<BigFraction> payoffs = outcome();
            List<Node> children = new ArrayList<>();
            for (int i = 0; i < actions.names.size(); i++) {
                children.add(node());
            }
            return new Node(kind, player, informationSet, actions.names, actions.probabilities, payoffs, List.copyOf(children));
        }

        /// Name and actions of an information set stand where it is met first; later they may be left out.
        private Actions actions(char kind, String key) {
            if (peek() == '"') {
                quoted();
            }
            if (peek() != '{') {
                if (!informationSets.containsKey(key)) {
                    throw wrong("the actions of information set " + key.substring(key.indexOf('/') + 1) + ", which is met for the first time");
                }
                return informationSets.get(key);
            }
            open();
            List<String> names = new ArrayList<>();
            List<BigFraction> probabilities = new ArrayList<>();
            while (!skip('}')) {
                names.add(quoted());
                if (kind == 'c') {
                    probabilities.add(fraction());
                }
            }
            Actions actions = new Actions(List.copyOf(names), List.copyOf(probabilities));
            informationSets.putIfAbsent(key, actions);
            return actions;
        }

        private List<BigFraction> outcome() {
            int outcome = number();
            if (peek() == '"') {
                quoted();
            }
            if (peek() == '{') {
                open();
                List<BigFraction> payoffs = new ArrayList<>();
                while (!skip('}')) {
                    payoffs.add(fraction());
                    skip(',');
                }
                if (payoffs.size() != players.size()) {
                    throw wrong(players.size() + " payoffs, one for each player, and not " + payoffs.size());
                }
                outcomes.put(outcome, List.copyOf(payoffs));
            }
            BigFraction[] none = new BigFraction[players.size()];
            Arrays.fill(none, BigFraction.ZERO);
            if (outcome != 0 && !outcomes.containsKey(outcome)) {
                throw wrong("the payoffs of outcome " + outcome + ", which is met for the first time");
            }
            return outcomes.getOrDefault(outcome, List.of(none));
        }

        private char peek() {
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean skip(char c) {
            if (peek() == c) {
                at++;
                return true;
            }
            return false;
        }

        private void open() {
            if (!skip('{')) {
                throw wrong("{");
            }
        }

        private void word(String word) {
            peek();
            if (!text.startsWith(word, at)) {
                throw wrong(word);
            }
            at += word.length();
        }

        private String quoted() {
            if (!skip('"')) {
                throw wrong("a text in quotes");
            }
            StringBuilder content = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                content.append(text.charAt(at++));
            }
            if (at == text.length()) {
                throw wrong("the quote that ends a text");
            }
            at++;
            return content.toString();
        }

        private int number() {
            BigFraction value = fraction();
            if (!value.getDenominator().equals(BigInteger.ONE) || value.getNumerator().bitLength() > 31) {
                throw wrong("an integer");
            }
            return value.getNumerator().intValue();
        }

        private BigFraction fraction() {
            peek();
            int start = at;
            while (at < text.length() && "+-.0123456789eE/".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            try {
                return Fractions.of(text.substring(start, at));
            } catch (IllegalArgumentException e) {
                at = start;
                throw wrong("a number");
            }
        }

        private IllegalArgumentException wrong(String expected) {
            int line = 1 + (int) text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
            String found = at < text.length() ? "'" + text.substring(at, Math.min(text.length(), at + 20)).lines().findFirst().orElse("") + "'" : "the end";
            return new IllegalArgumentException("text must have " + expected + " in line " + line + ", but has " + found);
        }
    }
}
