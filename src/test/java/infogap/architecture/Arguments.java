package infogap.architecture;

import infogap.bayes.Condition;
import infogap.bayes.Proportion;
import infogap.bayes.Result;
import infogap.bayes.Screening;
import infogap.bayes.Uncertain;
import infogap.decision.Dominance;
import infogap.decision.Lottery;
import infogap.decision.Reading;
import infogap.decision.Utility;
import infogap.disclosure.Grade;
import infogap.gap.LogScore;
import infogap.gap.Payoffs;
import infogap.gap.privacy.PrivacyLoss;
import infogap.information.Unit;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import infogap.signaling.finite.CanonicalGames;
import infogap.signaling.finite.GambitFile;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// A good value and bad values for each argument of a factory.
final class Arguments {

    static final List<String> LABELS = List.of("a", "b");

    private Arguments() {}

    /// Values that are wrong for most arguments of this type.
    static Object[] bad(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == double.class) {
            return new Object[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 2.0, 0.0, 1.0};
        }
        if (type == int.class) {
            return new Object[] {-1, Integer.MIN_VALUE};
        }
        if (type == long.class) {
            return new Object[] {-1L, Long.MIN_VALUE};
        }
        if (type == double[].class) {
            return new Object[] {
                null, new double[0], new double[] {Double.NaN, 0.5}, new double[] {Double.POSITIVE_INFINITY, 0.5}, new double[] {0.5}, new double[] {0, 0}
            };
        }
        if (type == double[][].class) {
            return new Object[] {
                null, new double[0][], new double[][] {{}}, new double[][] {{0.5, Double.NaN}, {0.5, 0.5}}, new double[][] {{0.5, 0.5}, {1}},
                new double[][] {{0.5, 0.5}, null}
            };
        }
        if (type == long[][].class) {
            return new Object[] {null, new long[0][], new long[][] {{1, -1}, {1, 1}}, new long[][] {{1, 1}, {1}}, new long[][] {{0, 0}, {0, 0}}};
        }
        if (type == boolean[].class) {
            return new Object[] {null, new boolean[0], new boolean[] {true, true}};
        }
        if (Collection.class.isAssignableFrom(type)) {
            return new Object[] {null, List.of(), Arrays.asList("a", null)};
        }
        if (type == Map.class) {
            Object one = parameter.getParameterizedType().getTypeName().contains("Long") ? (Object) 1L : (Object) 1.0;
            return new Object[] {null, Map.of(), hole("a", null), hole(null, one)};
        }
        return new Object[] {null};
    }

    private static Map<Object, Object> hole(Object key, Object value) {
        Map<Object, Object> map = new HashMap<>();
        map.put(key, value);
        return map;
    }

    /// A value that this factory accepts.
    static Object good(Executable factory, Parameter parameter) {
        String place = factory.getDeclaringClass().getSimpleName() + "." + parameter.getName();
        Class<?> type = parameter.getType();
        String generic = parameter.getParameterizedType().getTypeName();
        if (type == double.class) {
            return switch (place) {
                case "RandomizedResponse.truthful" -> 0.9;
                case "UniformTalk.bias" -> 0.05;
                case "SequentialTest.falsePositiveRate", "SequentialTest.falseAlarm", "TruePrevalence.falsePositiveRate" -> 0.1;
                default -> 0.3;
            };
        }
        return switch (type.getSimpleName()) {
            case "int" -> 3;
            case "long" -> 3L;
            case "boolean" -> true;
            case "double[]" -> new double[] {0.5, 0.5};
            case "double[][]" ->
                place.startsWith("JointDistribution.") ? new double[][] {{0.25, 0.25}, {0.25, 0.25}} : new double[][] {{0.5, 0.5}, {0.5, 0.5}};
            case "long[][]" -> new long[][] {{1, 2}, {3, 4}};
            case "boolean[]" -> new boolean[] {true, false};
            case "List", "Collection" -> goodList(generic);
            case "Map" -> generic.contains("Long") ? Map.of("a", 1L, "b", 2L) : Map.of("a", 0.5, "b", 0.5);
            case "String" -> place.startsWith("Grade.") && !parameter.getName().equals("name") ? "1/2" : place.equals("GambitFile.text")
                    ? GambitFile.format(CanonicalGames.jobMarket(), "walked") : parameter.getName().equals("second") ? "y" : "x";
            case "Rule" -> new Reading.Rule.Mean();
            case "Order" -> Dominance.Order.SECOND;
            case "Object" -> parameter.getName().equals("second") ? "b" : "a";
            case "BigFraction" -> Fractions.of("3/10");
            case "Distribution" -> Distribution.binary("a", "b", 0.3);
            case "Channel" -> Channel.binary(LABELS, LABELS, 0.9, 0.1);
            case "Payoffs" -> Payoffs.of(LABELS, LABELS, new double[][] {{1, 0}, {0, 1}});
            case "DecisionProblem" -> LogScore.bits();
            case "Lottery" -> Lottery.binary(1, 2, 0.5);
            case "Utility" -> Utility.cara(0.5);
            case "Screening" -> Screening.of(0.2, 0.9, 0.1);
            case "ExactScreening" -> Screening.of(0.2, 0.9, 0.1).exact();
            case "Unit" -> Unit.BITS;
            case "Ratio" -> new Ratio.Finite(Fractions.of("9"));
            case "Proportion" -> new Proportion(1, 2);
            case "Uncertain" -> Uncertain.beta(2, 3);
            case "FiniteSignalingGame" -> CanonicalGames.jobMarket();
            case "Path" -> Path.of("target", "walked.efg");
            case "double[][][]" -> new double[][][] {{{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}};
            case "Result" -> Result.POSITIVE;
            case "Condition" -> Condition.PRESENT;
            case "RandomGenerator" -> new Random(1);
            case "BiPredicate" -> (BiPredicate<Object, Object>) (x, y) -> true;
            case "DoubleUnaryOperator" -> (DoubleUnaryOperator) x -> x;
            case "ToDoubleFunction" -> (ToDoubleFunction<Object>) x -> 1;
            default -> throw new AssertionError("no good value for " + parameter + " of " + factory + "; add one");
        };
    }

    private static List<?> goodList(String generic) {
        if (generic.contains("Reading")) {
            return List.of(new Reading("mean", Lottery.binary(1, 2, 0.5), Lottery.certain(1), new Reading.Rule.Mean()));
        }
        if (generic.contains("infogap.disclosure.Grade")) {
            return List.of(Grade.of("good", "1/2", "2"), Grade.of("bad", "1/2", "1"));
        }
        if (generic.contains("Payoff>>>")) {
            return CanonicalGames.jobMarket().payoffs();
        }
        if (generic.contains("List<java.util.List<java.lang.String>>")) {
            return List.of(LABELS, LABELS);
        }
        if (generic.contains("PrivacyLoss")) {
            return List.of(PrivacyLoss.ofEpsilon(1));
        }
        if (generic.contains("Channel")) {
            return List.of(Channel.binary(LABELS, LABELS, 0.9, 0.1));
        }
        return generic.contains("BigFraction") ? List.of(Fractions.of("1/2"), Fractions.of("1/2")) : LABELS;
    }
}
