package infogap.architecture;

import infogap.bayes.Condition;
import infogap.bayes.Proportion;
import infogap.bayes.Result;
import infogap.bayes.RocCurve;
import infogap.bayes.Screening;
import infogap.bayes.Uncertain;
import infogap.contracts.Constraint;
import infogap.contracts.credit.Borrower;
import infogap.contracts.effort.Action;
import infogap.contracts.insurance.Exposure;
import infogap.contracts.screening.CustomerType;
import infogap.contracts.screening.LinearDemand;
import infogap.contracts.screening.QualityCost;
import infogap.contracts.screening.TasteUtility;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
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
                case "InsuranceMarket.wealth", "Exposure.wealth", "QualityCost.curvature", "CreditMarket.loan" -> 1.0;
                case "InsuranceMarket.highRisk" -> 0.5;
                case "UniformTalk.bias" -> 0.05;
                case "SequentialTest.falsePositiveRate", "SequentialTest.falseAlarm", "TruePrevalence.falsePositiveRate" -> 0.1;
                default -> 0.3;
            };
        }
        return switch (type.getSimpleName()) {
            case "int" -> 3;
            case "long" -> 3L;
            case "boolean" -> true;
            case "double[]" -> place.equals("ScreeningProgramme.tastes") ? new double[] {1, 2} : new double[] {0.5, 0.5};
            case "double[][]" -> place.startsWith("JointDistribution.") ? new double[][] {{0.25, 0.25}, {0.25, 0.25}}
                    : place.equals("Multitask.costs") ? new double[][] {{1, 0}, {0, 1}} : new double[][] {{0.5, 0.5}, {0.5, 0.5}};
            case "long[][]" -> new long[][] {{1, 2}, {3, 4}};
            case "boolean[]" -> new boolean[] {true, false};
            case "List", "Collection" -> goodList(generic);
            case "Map" -> generic.contains("Long") ? Map.of("a", 1L, "b", 2L) : Map.of("a", 0.5, "b", 0.5);
            case "String" -> place.equals("GambitFile.text") ? GambitFile.format(CanonicalGames.jobMarket(), "walked")
                    : place.startsWith("Grade.") && !parameter.getName().equals("name") ? "1/2"
                    : parameter.getName().equals("second") ? "y"
                    : contracts(factory) && !Set.of("name", "formula", "uninformed").contains(parameter.getName()) ? "3/10" : "x";
            case "String[]" -> new String[] {"1/2", "1/2"};
            case "CustomerType[]" -> types().toArray(CustomerType[]::new);
            case "LinearDemand[]" -> new LinearDemand[] {LinearDemand.of("rich", 10, 1)};
            case "Action[]" -> actions().toArray(Action[]::new);
            case "Borrower[]" -> borrowers().toArray(Borrower[]::new);
            case "TasteUtility" -> TasteUtility.linear();
            case "QualityCost" -> QualityCost.quadratic(0, 1);
            case "Exposure" -> new Exposure(1, 0.5, Utility.cara(1));
            case "OptionalDouble" -> OptionalDouble.empty();
            case "Kind" -> Constraint.Kind.INCENTIVE;
            case "Function" -> (Function<Distribution<String>, double[]>) belief -> belief.probabilities();
            case "DoubleBinaryOperator" -> (DoubleBinaryOperator) (x, y) -> x * y;
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
            case "RocCurve" -> RocCurve.of(new double[] {2, 1}, new boolean[] {true, false});
            case "Unit" -> Unit.BITS;
            case "Ratio" -> new Ratio.Finite(Fractions.of("9"));
            case "Proportion" -> new Proportion(1, 2);
            case "Uncertain" -> Uncertain.beta(2, 3);
            case "FiniteSignalingGame" -> CanonicalGames.jobMarket();
            case "Path" -> game();
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
        if (generic.contains("CustomerType")) {
            return types();
        }
        if (generic.contains("LinearDemand")) {
            return List.of(LinearDemand.of("rich", 10, 1));
        }
        if (generic.contains("effort.Action")) {
            return actions();
        }
        if (generic.contains("Borrower")) {
            return borrowers();
        }
        if (generic.contains("Optional")) {
            return List.of(Optional.of(Fractions.of("1/2")), Optional.empty());
        }
        if (generic.contains("List<java.util.List")) {
            return List.of(List.of(Fractions.of("1"), Fractions.of("1/3")), List.of(Fractions.of("1/3"), Fractions.of("1")));
        }
        return generic.contains("BigFraction") ? List.of(Fractions.of("1/2"), Fractions.of("1/2")) : LABELS;
    }

    private static boolean contracts(Executable factory) {
        return factory.getDeclaringClass().getName().startsWith("infogap.contracts.");
    }

    private static List<CustomerType> types() {
        return List.of(CustomerType.of("low", 0.5, 1), CustomerType.of("high", 0.5, 2));
    }

    private static List<Action> actions() {
        return List.of(Action.of("work", 0.1, 0.75, 0.25), Action.of("shirk", 0, 0.25, 0.75));
    }

    private static List<Borrower> borrowers() {
        return List.of(Borrower.of("safe", 0.5, 2, 0.9), Borrower.of("risky", 0.5, 3.6, 0.5));
    }

    /// A file that holds a game, to be read or written over.
    private static Path game() {
        Path file = Path.of("target", "walked.efg");
        try {
            GambitFile.write(CanonicalGames.jobMarket(), "walked", file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        return file;
    }
}
