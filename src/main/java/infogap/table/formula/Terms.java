package infogap.table.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The right side of a formula multiplied out: products of factors, by degree and then in the order in which they were written.
///
/// @param intercept whether there is a constant
/// @param terms     each a set of factors, by their printed form, in the order of their first appearance
/// @param factors   the factors by their printed form
/// @param offsets   what is added with coefficient 1
record Terms(boolean intercept, List<Set<String>> terms, Map<String, Node> factors, List<Node> offsets) {

    private static final int LARGEST_POWER = 10;

    static Terms of(Node node, List<String> everything) {
        return new Expansion(everything).expand(node);
    }

    /// Whether the product of these factors is a term; the empty product is the constant.
    boolean has(Set<String> factorsOfTerm) {
        return factorsOfTerm.isEmpty() ? intercept : terms.contains(factorsOfTerm);
    }

    private static final class Expansion {

        private final List<String> everything;
        private final Map<String, Node> factors = new LinkedHashMap<>();
        private final List<Node> offsets = new ArrayList<>();

        Expansion(List<String> everything) {
            this.everything = everything;
        }

        Terms expand(Node node) {
            Set<Set<String>> terms = new LinkedHashSet<>();
            terms.add(Set.of());
            add(node, true, terms);
            boolean intercept = terms.remove(Set.of());
            List<String> order = new ArrayList<>(factors.keySet());
            List<Set<String>> sorted = new ArrayList<>();
            for (Set<String> term : terms) {
                List<String> inOrder = new ArrayList<>(term);
                inOrder.sort(Comparator.comparingInt(order::indexOf));
                sorted.add(new LinkedHashSet<>(inOrder));
            }
            sorted.sort(Comparator.comparingInt(Set::size));
            return new Terms(intercept, List.copyOf(sorted), factors, List.copyOf(offsets));
        }

        private void add(Node node, boolean positive, Set<Set<String>> terms) {
            switch (node) {
                case Node.Operation(char operator, Node left, Node right) when operator == '+' || operator == '-' -> {
                    add(left, positive, terms);
                    add(right, operator == '+' == positive, terms);
                }
                case Node.Negative(Node operand) -> add(operand, !positive, terms);
                case Node.Literal(var value) when value.signum() == 0 || value.compareTo(java.math.BigDecimal.ONE) == 0 -> {
                    if (positive == (value.signum() != 0)) {
                        terms.add(Set.of());
                    } else {
                        terms.remove(Set.of());
                    }
                }
                case Node.Call call when call.function().equals("offset") -> {
                    if (!positive) {
                        throw new IllegalArgumentException("an offset must be added, but '" + call + "' is taken away");
                    }
                    offsets.add(onlyArgument(call));
                }
                default -> {
                    if (positive) {
                        terms.addAll(products(node));
                    } else {
                        terms.removeAll(products(node));
                    }
                }
            }
        }

        private Set<Set<String>> products(Node node) {
            return switch (node) {
                case Node.Parentheses(Node inner) -> products(inner);
                case Node.Operation(char operator, Node left, Node right) -> switch (operator) {
                    case ':' -> cross(products(left), products(right));
                    case '*' -> union(union(products(left), products(right)), cross(products(left), products(right)));
                    case '/' -> union(products(left), cross(Set.of(all(products(left))), products(right)));
                    case '^' -> power(products(left), right);
                    default -> {
                        Set<Set<String>> sum = new LinkedHashSet<>();
                        add(node, true, sum);
                        yield sum;
                    }
                };
                case Node.Everything _ -> {
                    Set<Set<String>> all = new LinkedHashSet<>();
                    everything.forEach(name -> all.add(factor(new Node.Name(name))));
                    yield all;
                }
                case Node.Name _, Node.Call _ -> single(factor(node));
                case Node.Literal literal when literal.value().compareTo(java.math.BigDecimal.ONE) == 0 -> single(Set.of());
                default -> throw new IllegalArgumentException("a term must be a column, a function of columns or a product of them, but is '" + node
                        + "'; arithmetic stands in I(…)");
            };
        }

        private static Set<Set<String>> single(Set<String> term) {
            Set<Set<String>> terms = new LinkedHashSet<>();
            terms.add(term);
            return terms;
        }

        private Set<String> factor(Node node) {
            factors.putIfAbsent(node.toString(), node);
            return Set.of(node.toString());
        }

        private static Set<Set<String>> union(Set<Set<String>> left, Set<Set<String>> right) {
            Set<Set<String>> terms = new LinkedHashSet<>(left);
            terms.addAll(right);
            return terms;
        }

        private static Set<Set<String>> cross(Set<Set<String>> left, Set<Set<String>> right) {
            Set<Set<String>> terms = new LinkedHashSet<>();
            for (Set<String> a : left) {
                for (Set<String> b : right) {
                    terms.add(all(List.of(a, b)));
                }
            }
            return terms;
        }

        private static Set<String> all(Iterable<Set<String>> sets) {
            Set<String> together = new LinkedHashSet<>();
            sets.forEach(together::addAll);
            return together;
        }

        private static Set<Set<String>> power(Set<Set<String>> base, Node exponent) {
            int times = exponent instanceof Node.Literal(var value) && value.stripTrailingZeros().scale() <= 0
                    && value.compareTo(java.math.BigDecimal.ONE) >= 0 && value.compareTo(java.math.BigDecimal.valueOf(LARGEST_POWER)) <= 0
                    ? value.intValueExact()
                    : refusedPower(exponent);
            Set<Set<String>> result = base;
            for (int k = 1; k < times; k++) {
                result = union(result, cross(result, base));
            }
            return result;
        }

        private static int refusedPower(Node exponent) {
            throw new IllegalArgumentException("a power of terms must be an integer from 1 to " + LARGEST_POWER + ", but is '" + exponent
                    + "'; powers of a number stand in I(…)");
        }
    }

    static Node onlyArgument(Node.Call call) {
        if (call.arguments().size() != 1) {
            throw new IllegalArgumentException(call.function() + "(…) must have one argument, but is '" + call + "'");
        }
        return call.arguments().getFirst();
    }
}
