package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// What a computation found about a claim. Each kind of evidence decides its verdict in its own way; none can be given a
/// verdict from outside.
public sealed interface Finding
        permits Quantity, Finding.Text, Finding.Equation, Finding.Statement, Finding.Listing, Finding.Missing,
                Readings, Accounts, Influences, Coherence, Compatibility, Source {

    /// The verdict that this evidence supports for a claim with this printed text.
    ///
    /// @throws IllegalArgumentException if the evidence does not fit the printed text
    Verdict verdict(Printed printed);

    /// What the computation gave, short enough for a table.
    String recomputed();

    /// What a reader should know of the evidence beside the result, or empty.
    default String remark() {
        return "";
    }

    /// As [#remark()], with what the comparison with the printed text shows.
    default String remark(Printed printed) {
        return remark();
    }

    /// A value computed exactly, from the article's own inputs.
    ///
    /// Verdict: *reproduced* when it rounds to the printed number, *wrong arithmetic* when it does not, *well-defined, not
    /// printed* when nothing is printed.
    record ExactValue(BigFraction value) implements Quantity {
        public ExactValue {
            Checks.present("value", value);
        }

        @Override
        public List<Bounds> bounds() {
            return List.of(Bounds.point(value));
        }

        @Override
        public String recomputed() {
            return Fractions.format(value);
        }
    }

    /// A value computed in floating point: the decimal that it prints, give or take its uncertainty. Verdict as for [ExactValue]; a verdict that hangs on the
    /// uncertainty says so.
    ///
    /// @param value the number
    /// @param uncertainty how far it may be off; without one, [#ROUNDINGS] units in its last place
    record Value(double value, double uncertainty) implements Quantity {

        /// How many units in the last place a short computation in floating point may be off.
        public static final int ROUNDINGS = 8;

        public Value {
            Checks.finite("value", value);
            if (!(uncertainty >= Math.ulp(value) && uncertainty < Double.POSITIVE_INFINITY)) {
                throw Checks.refused("uncertainty", uncertainty, "a finite number of at least one unit in the last place of the value, " + Math.ulp(value));
            }
        }

        /// A value that is off by no more than the roundings of a short computation.
        public Value(double value) {
            this(value, ROUNDINGS * Math.ulp(Checks.finite("value", value)));
        }

        /// Whether the uncertainty was given, and is not that of floating point.
        public boolean isStated() {
            return uncertainty != ROUNDINGS * Math.ulp(value);
        }

        @Override
        public List<Bounds> bounds() {
            BigFraction middle = Fractions.ofDecimal(value);
            BigFraction away = isStated() ? Fractions.ofDecimal(uncertainty) : Fractions.ofBinary(uncertainty);
            return List.of(Bounds.closed(middle.subtract(away), middle.add(away)));
        }

        @Override
        public String recomputed() {
            return Double.toString(value) + (isStated() ? " ± " + uncertainty : "");
        }
    }

    /// A result that is not one number: a vector, a partition, a table of labels.
    ///
    /// Verdict: *reproduced* when it is what is printed, *wrong arithmetic* when not, *well-defined, not printed* when nothing is printed. Where both are
    /// numbers in the same rows they are compared number by number, so that `[1,2]` is `[1, 2]` and 1/3 is 0.33; words are compared letter by letter.
    record Text(String recomputed) implements Finding {
        public Text {
            Checks.text("recomputed", recomputed);
        }

        @Override
        public Verdict verdict(Printed printed) {
            if (printed.isEmpty()) {
                return Verdict.NOT_PRINTED;
            }
            return printed.text().equals(recomputed) || Sameness.agrees(recomputed, printed) ? Verdict.REPRODUCED : Verdict.WRONG_ARITHMETIC;
        }
    }

    /// An equation tested at exact points: a formula against its definition, or a step of a derivation against the line
    /// before. Both sides are evaluated at every point.
    ///
    /// Verdict: *reproduced* when the sides agree at each point, *wrong formula* at the first point where they differ.
    ///
    /// @param points the points, each with the two sides' values there
    record Equation(List<Point> points) implements Finding {
        /// A point and what the two sides are there.
        public record Point(String at, BigFraction printed, BigFraction right) {
            public Point {
                Checks.text("at", at);
                Checks.present("printed", printed);
                Checks.present("right", right);
            }
        }

        public Equation {
            points = Checks.notEmpty("points", points);
        }

        @Override
        public Verdict verdict(Printed printed) {
            return points.stream().allMatch(point -> point.printed().equals(point.right()))
                    ? Verdict.REPRODUCED
                    : Verdict.WRONG_FORMULA;
        }

        @Override
        public String recomputed() {
            return points.stream()
                    .filter(point -> !point.printed().equals(point.right()))
                    .findFirst()
                    .map(point -> "at " + point.at() + ": " + Fractions.format(point.right()) + ", not " + Fractions.format(point.printed()))
                    .orElse("equal at " + points.size() + (points.size() == 1 ? " point" : " points"));
        }
    }

    /// A general statement tested on cases that could refute it.
    ///
    /// Verdict: *reproduced* when every case satisfies it, *false conclusion* at the first case that does not.
    record Statement(List<Case> cases) implements Finding {
        /// A case and whether the statement is true of it.
        public record Case(String name, boolean holds) {
            public Case {
                Checks.text("name", name);
            }
        }

        public Statement {
            cases = Checks.notEmpty("cases", cases);
        }

        @Override
        public Verdict verdict(Printed printed) {
            return cases.stream().allMatch(Case::holds) ? Verdict.REPRODUCED : Verdict.FALSE_CONCLUSION;
        }

        @Override
        public String recomputed() {
            return cases.stream()
                    .filter(example -> !example.holds())
                    .findFirst()
                    .map(example -> "counter-example: " + example.name())
                    .orElse("true in " + cases.size() + (cases.size() == 1 ? " case" : " cases"));
        }
    }

    /// What a listing does when its behaviour is carried out: it stops with an error, or it ends with a result.
    ///
    /// Verdict: *code does not run* for an error, *code runs, wrong result* when the result is not the intended one,
    /// *reproduced* otherwise.
    record Listing(String error, String result, String intended) implements Finding {
        public Listing {
            Checks.present("error", error);
            Checks.present("result", result);
            Checks.present("intended", intended);
            if (error.isBlank() == result.isBlank()) {
                throw new IllegalArgumentException("a listing must end with either an error or a result, but error is '" + error
                        + "' and result is '" + result + "'");
            }
        }

        /// It stops with this error.
        public static Listing stops(String error) {
            return new Listing(error, "", "");
        }

        /// It ends with `result` where `intended` would be right.
        public static Listing ends(String result, String intended) {
            return new Listing("", result, Checks.text("intended", intended));
        }

        @Override
        public Verdict verdict(Printed printed) {
            if (!error.isBlank()) {
                return Verdict.CODE_DOES_NOT_RUN;
            }
            return result.equals(intended) ? Verdict.REPRODUCED : Verdict.CODE_WRONG_RESULT;
        }

        @Override
        public String recomputed() {
            return error.isBlank() ? result : error;
        }
    }

    /// What a check would need, held against what the article gives.
    ///
    /// Verdict: [Verdict#NOT_REPRODUCIBLE] when a needed input is not given, [Verdict#UNSUPPORTED] when it is evidence that is
    /// not given. When everything is there the claim can be checked, and this kind of finding is refused.
    record Missing(What what, List<String> needed, List<String> given) implements Finding {
        /// What is missing.
        public enum What {
            /// Data or parameters that a recomputation starts from.
            INPUTS,
            /// A measurement, a statistic or a source behind a statement of fact.
            EVIDENCE
        }

        public Missing {
            Checks.present("what", what);
            needed = Checks.notEmpty("needed", needed);
            Checks.present("given", given);
            given = List.copyOf(given);
            if (given.containsAll(needed)) {
                throw new IllegalArgumentException("needed must hold something that is not given, but " + needed + " is all in " + given);
            }
        }

        @Override
        public Verdict verdict(Printed printed) {
            return what == What.INPUTS ? Verdict.NOT_REPRODUCIBLE : Verdict.UNSUPPORTED;
        }

        @Override
        public String recomputed() {
            return "missing: " + needed.stream().filter(item -> !given.contains(item)).collect(Collectors.joining("; "));
        }
    }
}
