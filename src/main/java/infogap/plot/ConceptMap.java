package infogap.plot;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An article's concept map: what it says leads to what, with the arrows that its own text contradicts marked.
///
/// ```java
/// ConceptMap.of("Which arrows does the text contradict?")
///     .node("experience", 0, 0)
///     .node("satisfaction", 1, 0)
///     .contradicted("satisfaction", "experience")
///     .missing("experience", "satisfaction")
///     .draw()
/// ```
public final class ConceptMap {

    /// How an arrow of the drawing and the text stand to each other.
    enum Kind {
        /// Drawn, and nothing in the text speaks against it.
        AGREED("drawn, and the text does not contradict it"),
        /// Drawn, and the text says otherwise: always vermilion and dashed.
        CONTRADICTED("drawn, but the text contradicts it"),
        /// Said in the text and not drawn: always blue.
        MISSING("said in the text, but not drawn");

        private final String legend;

        Kind(String legend) {
            this.legend = legend;
        }

        String legend() {
            return legend;
        }
    }

    record Node(String name, double column, double row) {}

    record Edge(String from, String to, Kind kind) {}

    private final String question;
    private final Map<String, Node> nodes;
    private final List<Edge> edges;

    private ConceptMap(String question, Map<String, Node> nodes, List<Edge> edges) {
        this.question = question;
        this.nodes = nodes;
        this.edges = edges;
    }

    /// A map without concepts.
    ///
    /// @param question the title: the question that the picture answers
    public static ConceptMap of(String question) {
        return new ConceptMap(Checks.text("question", question), Map.of(), List.of());
    }

    /// A concept at a place of a grid; columns run to the right and rows downward.
    ///
    /// @throws IllegalArgumentException if the map has the concept already, or a coordinate is negative or not finite
    public ConceptMap node(String name, double column, double row) {
        if (nodes.containsKey(Checks.text("name", name))) {
            throw new IllegalArgumentException("name must be new to the map, but '" + name + "' is in it already");
        }
        Map<String, Node> more = new LinkedHashMap<>(nodes);
        more.put(name, new Node(name, Checks.nonNegative("column", column), Checks.nonNegative("row", row)));
        return new ConceptMap(question, more, edges);
    }

    /// An arrow that is drawn and that the text does not contradict.
    public ConceptMap edge(String from, String to) {
        return with(from, to, Kind.AGREED);
    }

    /// An arrow that is drawn and that the text contradicts.
    public ConceptMap contradicted(String from, String to) {
        return with(from, to, Kind.CONTRADICTED);
    }

    /// An arrow that the text states and that is not drawn.
    public ConceptMap missing(String from, String to) {
        return with(from, to, Kind.MISSING);
    }

    /// The picture.
    ///
    /// @throws IllegalStateException if the map has no concept
    public Figure draw() {
        if (nodes.isEmpty()) {
            throw new IllegalStateException("the map '" + question + "' has nothing to show; add a node first");
        }
        return new Figure(question, new ConceptMapDrawing(question, List.copyOf(nodes.values()), edges).image());
    }

    private ConceptMap with(String from, String to, Kind kind) {
        requireNode("from", from);
        requireNode("to", to);
        if (from.equals(to)) {
            throw new IllegalArgumentException("to must differ from 'from', but both are '" + from + "'");
        }
        List<Edge> more = new ArrayList<>(edges);
        more.add(new Edge(from, to, kind));
        return new ConceptMap(question, nodes, List.copyOf(more));
    }

    private void requireNode(String argument, String name) {
        if (!nodes.containsKey(Checks.present(argument, name))) {
            throw new IllegalArgumentException(argument + " must be one of " + nodes.keySet() + ", but is '" + name + "'");
        }
    }
}
