package infogap.claims;

import infogap.numeric.Checks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a concept map (概念图) draws, held against what the article's text says of the same concepts.
///
/// ```java
/// Influences.of(List.of("satisfaction → experience"), List.of("experience → satisfaction"))
/// ```
///
/// An arrow is written `a → b` when a leads to b or raises it, and `a ⊣ b` when it lowers or harms it. An arrow of the text is drawn
/// when a way of arrows leads from a to b in the map; two `⊣` on the way make a `→`. Only arrows whose two concepts are on the map
/// are judged.
///
/// Verdict: *self-contradiction* when an arrow of the text is drawn the other way round, with the opposite effect, or not at all;
/// *reproduced* when the map has each of them.
///
/// @param drawn the arrows of the map
/// @param told the arrows of the text
public record Influences(List<Influence> drawn, List<Influence> told) implements Finding {

    /// One concept acting on another.
    ///
    /// @param raises whether it leads to the other or raises it, and not lowers it
    public record Influence(String from, String to, boolean raises) {
        public Influence {
            Checks.text("from", from);
            Checks.text("to", to);
            if (from.equals(to)) {
                throw new IllegalArgumentException("to must differ from 'from', but both are '" + from + "'");
            }
        }

        /// Reads `a → b` or `a ⊣ b`.
        ///
        /// @throws IllegalArgumentException if the text is neither
        public static Influence of(String text) {
            for (String arrow : List.of(RAISES, LOWERS)) {
                String[] ends = Checks.text("influence", text).split(arrow, -1);
                if (ends.length == 2 && !ends[0].isBlank() && !ends[1].isBlank()) {
                    return new Influence(ends[0].strip(), ends[1].strip(), arrow.equals(RAISES));
                }
            }
            throw new IllegalArgumentException("influence must be written 'a → b' or 'a ⊣ b', but is '" + text + "'");
        }

        @Override
        public String toString() {
            return from + " " + (raises ? RAISES : LOWERS) + " " + to;
        }
    }

    private static final String RAISES = "→";
    private static final String LOWERS = "⊣";

    /// @throws IllegalArgumentException if no arrow of the text has both concepts on the map
    public Influences {
        drawn = Checks.notEmpty("drawn", drawn);
        told = Checks.notEmpty("told", told);
        Set<String> concepts = concepts(drawn);
        if (told.stream().noneMatch(arrow -> concepts.contains(arrow.from()) && concepts.contains(arrow.to()))) {
            throw new IllegalArgumentException("told must hold an arrow between concepts of the map, " + concepts + ", but is " + told);
        }
    }

    /// The arrows of a map and those of a text, written `a → b` or `a ⊣ b`.
    public static Influences of(List<String> drawn, List<String> told) {
        return new Influences(drawn.stream().map(Influence::of).toList(), told.stream().map(Influence::of).toList());
    }

    /// The arrows of the text that the map has not, or has otherwise.
    public List<Influence> contradicted() {
        return judged().stream().filter(arrow -> against(arrow).isPresent()).toList();
    }

    @Override
    public Verdict verdict(Printed printed) {
        return contradicted().isEmpty() ? Verdict.REPRODUCED : Verdict.SELF_CONTRADICTION;
    }

    @Override
    public String recomputed() {
        return contradicted().isEmpty()
                ? "the map has all " + judged().size() + " arrows of the text"
                : contradicted().stream()
                        .map(arrow -> "text: " + arrow + ", map: " + against(arrow).orElseThrow())
                        .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return recomputed();
    }

    private List<Influence> judged() {
        Set<String> concepts = concepts(drawn);
        return told.stream().filter(arrow -> concepts.contains(arrow.from()) && concepts.contains(arrow.to())).toList();
    }

    /// What the map has against an arrow of the text; empty when it has the arrow.
    private Optional<String> against(Influence arrow) {
        Optional<String> opposite = way(arrow.from(), arrow.to(), !arrow.raises());
        if (opposite.isPresent()) {
            return opposite;
        }
        if (way(arrow.from(), arrow.to(), arrow.raises()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(way(arrow.to(), arrow.from(), true)
                .or(() -> way(arrow.to(), arrow.from(), false))
                .orElse("no arrow between the two"));
    }

    /// A way that meets no concept twice, and its effect.
    private record Way(List<String> concepts, boolean raises, String text) {}

    /// A shortest way of drawn arrows with this effect. A way back to where it came from is none: a loop says nothing of its own arrows.
    private Optional<String> way(String from, String to, boolean raises) {
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(List.of(from), true, from)));
        while (!open.isEmpty()) {
            Way way = open.removeFirst();
            String at = way.concepts().getLast();
            if (at.equals(to)) {
                if (way.raises() == raises) {
                    return Optional.of(way.text());
                }
                continue;
            }
            for (Influence arrow : drawn) {
                if (arrow.from().equals(at) && !way.concepts().contains(arrow.to())) {
                    List<String> longer = new ArrayList<>(way.concepts());
                    longer.add(arrow.to());
                    open.addLast(new Way(
                            longer, way.raises() == arrow.raises(),
                            way.text() + " " + (arrow.raises() ? RAISES : LOWERS) + " " + arrow.to()));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> concepts(List<Influence> arrows) {
        List<String> names = new ArrayList<>();
        arrows.forEach(arrow -> names.addAll(List.of(arrow.from(), arrow.to())));
        return Set.copyOf(names);
    }
}
