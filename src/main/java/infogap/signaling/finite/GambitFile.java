package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.signaling.finite.EfgTree.Node;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Signalling games in the files of Gambit, extensive form, format 2 (`.efg`).
///
/// A tree is a signalling game if chance draws the type first, one player then decides knowing it, and the other, who cannot tell types that lead to the
/// same information set apart, decides at most once. A message is an information set of the receiver, whatever the sender's types call the action that leads
/// to it; a sender's action that ends the game is a message with the one reply `–`.
///
///     GambitFile.read(Path.of("fig29_1.efg")).pureEquilibria()
///
/// Format: R. Savani and T. L. Turocy, *Gambit: The package for computation in game theory*, documentation of the file formats.
public final class GambitFile {

    /// The reply to a message that ends the game.
    public static final String NO_REPLY = "–";

    private GambitFile() {}

    /// The game in a file.
    ///
    /// @throws IllegalArgumentException if it is not in the format, with the line, or not a signalling game, with the reason
    /// @throws IOException if it cannot be read
    public static FiniteSignalingGame read(Path file) throws IOException {
        return parse(Files.readString(Checks.present("file", file)));
    }

    /// The game in a text.
    ///
    /// @throws IllegalArgumentException if it is not in the format, with the line, or not a signalling game, with the reason
    public static FiniteSignalingGame parse(String text) {
        EfgTree tree = EfgTree.read(text);
        Node root = tree.root();
        if (root.kind() != 'c' || tree.players().size() != 2) {
            throw not("chance must draw the type of one of two players first");
        }
        int sender = root.children().getFirst().player();
        List<Map<Object, Integer>> actions = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (Node type : root.children()) {
            if (type.kind() != 'p' || type.player() != sender) {
                throw not("after each type the same player must decide");
            }
            if (!known.add(type.informationSet())) {
                throw not("the sender must know its type, but does not in information set " + type.informationSet());
            }
            actions.add(messages(type, sender));
        }
        List<Object> keys = List.copyOf(actions.getFirst().keySet());
        for (Map<Object, Integer> other : actions) {
            if (!other.keySet().equals(Set.copyOf(keys))) {
                throw not("each type must be able to send each message");
            }
        }
        return game(root, actions, keys, sender);
    }

    /// The game as a file of Gambit: the sender is the first player.
    ///
    /// @throws IOException if it cannot be written
    public static void write(FiniteSignalingGame game, String title, Path file) throws IOException {
        AtomicFile.write(Checks.present("file", file), format(game, title).getBytes(StandardCharsets.UTF_8));
    }

    /// The game as the text of such a file.
    public static String format(FiniteSignalingGame game, String title) {
        Checks.present("game", game);
        Checks.present("title", title);
        StringBuilder text = new StringBuilder("EFG 2 R " + quote(title) + " { \"Sender\" \"Receiver\" }\n\nc \"\" 1 \"\" { ");
        for (int t = 0; t < game.types().size(); t++) {
            text.append(quote(game.types().get(t))).append(' ').append(Fractions.format(game.prior().get(t))).append(' ');
        }
        text.append("} 0\n");
        int outcome = 0;
        for (int t = 0; t < game.types().size(); t++) {
            text.append("p \"\" 1 ").append(t + 1).append(" \"\" { ").append(names(game.messages())).append("} 0\n");
            for (int m = 0; m < game.messages().size(); m++) {
                if (!game.replies().get(m).equals(List.of(NO_REPLY))) {
                    text.append("p \"\" 2 ").append(m + 1).append(" \"\" { ").append(names(game.replies().get(m))).append("} 0\n");
                }
                for (Payoff payoff : game.payoffs().get(t).get(m)) {
                    text.append("t \"\" ").append(++outcome).append(" \"\" { ").append(Fractions.format(payoff.sender())).append(", ")
                            .append(Fractions.format(payoff.receiver())).append(" }\n");
                }
            }
        }
        return text.toString();
    }

    /// Which action of the type sends which message: the receiver's information set, or which of the type's actions that end the game it is.
    private static Map<Object, Integer> messages(Node type, int sender) {
        Map<Object, Integer> messages = new LinkedHashMap<>();
        int ends = 0;
        for (int action = 0; action < type.children().size(); action++) {
            Node next = type.children().get(action);
            boolean end = next.kind() == 't';
            if (!end && (next.kind() != 'p' || next.player() == sender || next.children().stream().anyMatch(child -> child.kind() != 't'))) {
                throw not("a message must end the game or be followed by one reply of the other player");
            }
            if (messages.put(end ? "end " + ends++ : next.informationSet(), action) != null) {
                throw not("the receiver must know the message, but two of them lead to information set " + next.informationSet());
            }
        }
        return messages;
    }

    private static FiniteSignalingGame game(Node root, List<Map<Object, Integer>> actions, List<Object> keys, int sender) {
        List<List<String>> replies = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (Object key : keys) {
            List<String> names = IntStream.range(0, actions.size())
                    .mapToObj(t -> root.children().get(t).actions().get(actions.get(t).get(key)))
                    .distinct()
                    .toList();
            messages.add(String.join("/", names));
            Node first = root.children().getFirst().children().get(actions.getFirst().get(key));
            replies.add(first.kind() == 't' ? List.of(NO_REPLY) : unique(first.actions()));
        }
        List<List<List<Payoff>>> payoffs = new ArrayList<>();
        for (int t = 0; t < actions.size(); t++) {
            Node type = root.children().get(t);
            List<List<Payoff>> rows = new ArrayList<>();
            for (Object key : keys) {
                Node message = type.children().get(actions.get(t).get(key));
                List<Node> ends = message.kind() == 't' ? List.of(message) : message.children();
                rows.add(ends.stream().map(end -> payoff(sender, end == message ? List.of(root, type, end) : List.of(root, type, message, end))).toList());
            }
            payoffs.add(rows);
        }
        return new FiniteSignalingGame(unique(root.actions()), root.probabilities(), unique(messages), replies, payoffs);
    }

    /// Payoffs may stand at every node of a play.
    private static Payoff payoff(int sender, List<Node> play) {
        BigFraction[] sums = {BigFraction.ZERO, BigFraction.ZERO};
        for (Node node : play) {
            for (int player = 0; player < 2; player++) {
                sums[player] = sums[player].add(node.payoffs().get(player));
            }
        }
        return new Payoff(sums[sender - 1], sums[2 - sender]);
    }

    /// Names that stand twice get their position.
    private static List<String> unique(List<String> names) {
        List<String> unique = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean twice = names.indexOf(names.get(i)) != names.lastIndexOf(names.get(i)) || names.get(i).isBlank();
            unique.add(twice ? (names.get(i) + " #" + (i + 1)).strip() : names.get(i));
        }
        return unique;
    }

    private static IllegalArgumentException not(String reason) {
        return new IllegalArgumentException("text must be a signalling game, but is not: " + reason);
    }

    private static String names(List<String> names) {
        return String.join("", names.stream().map(name -> quote(name) + " ").toList());
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
