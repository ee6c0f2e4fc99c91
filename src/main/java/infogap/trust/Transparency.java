package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// Transparency (透明度) I(t) for t ≥ 0: a share in [0, 1], except that an uncapped ramp leaves the interval at a time it states.
public sealed interface Transparency permits Transparency.Segmented, Transparency.Curve {

    /// I(t); at a jump the value after it.
    ///
    /// @throws IllegalArgumentException if t is negative or not finite
    double at(double t);

    /// The integral of I from 0 to t.
    ///
    /// @throws IllegalArgumentException if t is negative or not finite
    double integral(double t);

    /// The integral of I − threshold from 0 to t.
    default double excess(double t, double threshold) {
        return integral(t) - threshold * t;
    }

    /// When I leaves [0, 1], if it does.
    default OptionalDouble leavesUnitIntervalAt() {
        return OptionalDouble.empty();
    }

    /// Transparency made of straight stretches, whose integral has a closed form.
    sealed interface Segmented extends Transparency permits Constant, Ramp, CappedRamp, Steps, PiecewiseLinear {

        /// The stretches in order of time; the first starts at 0, the last has no end.
        List<Segment> segments();

        @Override
        default double at(double t) {
            requireTime(t);
            List<Segment> segments = segments();
            int last = segments.size() - 1;
            while (last > 0 && segments.get(last).start() > t) {
                last--;
            }
            return segments.get(last).at(t);
        }

        @Override
        default double integral(double t) {
            requireTime(t);
            List<Segment> segments = segments();
            double sum = 0;
            for (int i = 0; i < segments.size() && segments.get(i).start() < t; i++) {
                double end = i + 1 < segments.size() ? Math.min(t, segments.get(i + 1).start()) : t;
                sum += segments.get(i).area(end);
            }
            return sum;
        }
    }

    /// I(t) = level. Integral level·t.
    ///
    /// @param level in [0, 1]
    record Constant(double level) implements Segmented {
        public Constant {
            Checks.probability("level", level);
        }

        @Override
        public List<Segment> segments() {
            return List.of(new Segment(0, level, 0));
        }

        @Override
        public String toString() {
            return "I = " + Shown.number(level);
        }
    }

    /// I(t) = I₀ + k′t, as the article has it. Integral I₀t + k′t²/2. It leaves [0, 1] at (1 − I₀)/k′, or at −I₀/k′ if it falls.
    ///
    /// @param initial I₀, in [0, 1]
    /// @param slope k′ per unit of time
    record Ramp(double initial, double slope) implements Segmented {
        public Ramp {
            Checks.probability("initial", initial);
            Checks.finite("slope", slope);
        }

        @Override
        public double integral(double t) {
            return excess(t, 0);
        }

        // one product less to cancel than in ∫I − threshold·t
        @Override
        public double excess(double t, double threshold) {
            return requireTime(t) * (initial - threshold + slope * t / 2);
        }

        @Override
        public List<Segment> segments() {
            return List.of(new Segment(0, initial, slope));
        }

        @Override
        public OptionalDouble leavesUnitIntervalAt() {
            if (slope == 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(slope > 0 ? (1 - initial) / slope : -initial / slope);
        }

        @Override
        public String toString() {
            return "I = " + Shown.line(initial, slope);
        }
    }

    /// I(t) = min(cap, I₀ + k′t): the ramp stops at the cap, from t_c = (cap − I₀)/k′ on. Integral I₀m + k′m²/2 + cap·(t − m) with
    /// m = min(t, t_c).
    ///
    /// @param initial I₀, in [0, cap]
    /// @param slope k′ ≥ 0 per unit of time
    /// @param cap in [0, 1]
    record CappedRamp(double initial, double slope, double cap) implements Segmented {
        public CappedRamp {
            Checks.probability("cap", cap);
            Checks.inRange("initial", initial, 0, cap);
            Checks.nonNegative("slope", slope);
        }

        /// t_c, when the cap is reached; infinite if the ramp is flat below the cap.
        public double cappedFrom() {
            return initial == cap ? 0 : (cap - initial) / slope;
        }

        @Override
        public double integral(double t) {
            return excess(t, 0);
        }

        @Override
        public double excess(double t, double threshold) {
            double rising = Math.min(requireTime(t), cappedFrom());
            return rising * (initial - threshold + slope * rising / 2) + (cap - threshold) * (t - rising);
        }

        @Override
        public List<Segment> segments() {
            double from = cappedFrom();
            if (from == 0) {
                return List.of(new Segment(0, cap, 0));
            }
            Segment rise = new Segment(0, initial, slope);
            return from == Double.POSITIVE_INFINITY ? List.of(rise) : List.of(rise, new Segment(from, cap, 0));
        }

        @Override
        public String toString() {
            return "I = min(" + Shown.number(cap) + ", " + Shown.line(initial, slope) + ")";
        }
    }

    /// I(t) = levels[i] from times[i] on; the first time is 0.
    ///
    /// @param times when a level begins: 0 first, increasing
    /// @param levels in [0, 1]
    record Steps(List<Double> times, List<Double> levels) implements Segmented {
        public Steps {
            times = Observations.times(times);
            levels = Observations.levels(times, levels);
        }

        @Override
        public List<Segment> segments() {
            Segment[] segments = new Segment[times.size()];
            Arrays.setAll(segments, i -> new Segment(times.get(i), levels.get(i), 0));
            return List.of(segments);
        }

        @Override
        public String toString() {
            return "I = " + Shown.points(times, levels, "from");
        }
    }

    /// Straight lines through the points (times[i], levels[i]); the first time is 0, and the last level stays.
    ///
    /// @param times 0 first, increasing
    /// @param levels in [0, 1]
    record PiecewiseLinear(List<Double> times, List<Double> levels) implements Segmented {
        public PiecewiseLinear {
            times = Observations.times(times);
            levels = Observations.levels(times, levels);
        }

        @Override
        public List<Segment> segments() {
            int last = times.size() - 1;
            Segment[] segments = new Segment[times.size()];
            Arrays.setAll(segments, i -> new Segment(times.get(i), levels.get(i), i == last ? 0
                    : (levels.get(i + 1) - levels.get(i)) / (times.get(i + 1) - times.get(i))));
            return List.of(segments);
        }

        @Override
        public String toString() {
            return "I through " + Shown.points(times, levels, "at");
        }
    }

    /// Any function. Its integral is found by adaptive Gauss–Lobatto quadrature on the stretches between the breakpoints.
    ///
    /// What is guaranteed: a function that is smooth between the breakpoints is integrated to about 14 digits; a jump, a kink or a pulse that is
    /// not a breakpoint is found and closed in on if it changes the function over at least a fiftieth of its stretch, or if the
    /// function differs on both sides of it; and anything narrower, such as one day with another value in a year, may be missed
    /// altogether. A breakpoint at each of its ends, or in the middle of a narrow smooth pulse, makes it seen. The integrator of
    /// [TrustTrajectory#integrated] has the same breakpoints, so that it does not see more.
    ///
    /// @param description what a reader calls it, such as `0.5 + 0.4 sin t`
    /// @param function I, with values in [0, 1] for t ≥ 0; at a jump the value after it
    /// @param breakpoints times above 0 at which the function jumps, has a kink or a narrow feature; kept in increasing order
    record Curve(String description, DoubleUnaryOperator function, List<Double> breakpoints) implements Transparency {
        public Curve {
            Checks.text("description", description);
            Checks.present("function", function);
            Checks.present("breakpoints", breakpoints)
                    .forEach(breakpoint -> Checks.positive("breakpoint", Checks.present("breakpoint", breakpoint)));
            breakpoints = breakpoints.stream().sorted().distinct().toList();
        }

        /// A function without breakpoints.
        public Curve(String description, DoubleUnaryOperator function) {
            this(description, function, List.of());
        }

        /// @throws IllegalArgumentException if t is negative or not finite, or the function's value is not in [0, 1]
        @Override
        public double at(double t) {
            double level = function.applyAsDouble(requireTime(t));
            // the message is built only for a value outside, because quadrature asks often
            return level >= 0 && level <= 1 ? level : Checks.probability(description + " at t = " + t, level);
        }

        @Override
        public double integral(double t) {
            CompensatedSum sum = new CompensatedSum();
            for (CurveStretch stretch : CurveStretch.until(requireTime(t), this)) {
                sum.add(stretch.integral(stretch.low(), stretch.high()));
            }
            return sum.value();
        }

        @Override
        public String toString() {
            return "I(t) = " + description;
        }
    }

    /// I(t) = level.
    static Constant constant(double level) {
        return new Constant(level);
    }

    /// I(t) = initial + slope·t, without a cap.
    static Ramp ramp(double initial, double slope) {
        return new Ramp(initial, slope);
    }

    /// I(t) = min(1, initial + slope·t).
    static CappedRamp cappedRamp(double initial, double slope) {
        return new CappedRamp(initial, slope, 1);
    }

    /// I(t) = min(cap, initial + slope·t).
    static CappedRamp cappedRamp(double initial, double slope, double cap) {
        return new CappedRamp(initial, slope, cap);
    }

    /// One level before a moment, another from it on.
    static Steps step(double before, double after, double moment) {
        return new Steps(List.of(0.0, Checks.positive("moment", moment)), List.of(before, after));
    }

    /// Levels that stay until the next; the first time is 0. For observed data whose value holds until it is observed anew.
    static Steps steps(double[] times, double[] levels) {
        return new Steps(Observations.boxed("times", times), Observations.boxed("levels", levels));
    }

    /// Straight lines through the points; the first time is 0 and the last level stays. For observed data that moves gradually.
    static PiecewiseLinear piecewiseLinear(double[] times, double[] levels) {
        return new PiecewiseLinear(Observations.boxed("times", times), Observations.boxed("levels", levels));
    }

    /// Any function with values in [0, 1]. Jumps, and features that are narrow against the time looked at, are declared as breakpoints: see
    /// [Curve] for what is found without.
    ///
    /// @param breakpoints times above 0, in any order
    static Curve curve(String description, DoubleUnaryOperator function, double... breakpoints) {
        Checks.present("breakpoints", breakpoints);
        return new Curve(description, function, Arrays.stream(breakpoints).boxed().toList());
    }

    private static double requireTime(double t) {
        return Checks.nonNegative("t", t);
    }
}
