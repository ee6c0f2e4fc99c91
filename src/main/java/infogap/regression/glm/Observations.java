package infogap.regression.glm;

import infogap.numeric.Checks;
import java.util.Arrays;

/// The response of a generalized linear model: what was observed in each row, and what is known of the row beside its columns.
///
/// ```java
/// Observations bought = Observations.binary("bought", 1, 0, 0, 1);
/// Observations visits = Observations.counts("visits", 3, 0, 2, 7).withOffset(logOfDays);
/// ```
public final class Observations {

    private final String name;
    private final Family family;
    private final double[] values;
    private final double[] trials;
    private final double[] offset;
    private final long[] frequencies;

    private Observations(String name, Family family, double[] values, double[] trials, double[] offset, long[] frequencies) {
        this.name = Checks.text("name", name);
        this.family = family;
        this.values = values;
        this.trials = trials;
        this.offset = offset;
        this.frequencies = frequencies;
    }

    private static Observations of(String name, Family family, double[] values, double[] trials) {
        long[] once = new long[values.length];
        Arrays.fill(once, 1);
        return new Observations(name, family, values, trials, new double[values.length], once);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Yes (1) or no (0).
    ///
    /// @throws IllegalArgumentException if the name is blank, there is no value, or one is neither 0 nor 1
    public static Observations binary(String name, double... values) {
        double[] given = Checks.finite(name, values);
        for (int i = 0; i < given.length; i++) {
            if (given[i] != 0 && given[i] != 1) {
                throw Checks.refused(name + "[" + i + "]", given[i], "0 or 1");
            }
        }
        return of(name, Family.BINOMIAL, given, ones(given.length));
    }

    /// Successes among trials.
    ///
    /// @throws IllegalArgumentException if the name is blank, the lengths differ, a number is no whole one, there are no trials, or more successes than trials
    public static Observations successes(String name, double[] successes, double[] trials) {
        double[] given = whole(name, successes, 0);
        double[] of = whole("trials", trials, 1);
        Checks.sameLength(name, given.length, "trials", of.length);
        for (int i = 0; i < given.length; i++) {
            Checks.inRange(name + "[" + i + "]", given[i], 0, of[i]);
        }
        return of(name, Family.BINOMIAL, given, of);
    }

    /// Counts.
    ///
    /// @throws IllegalArgumentException if the name is blank, there is no value, or one is no whole number of at least 0
    public static Observations counts(String name, double... values) {
        double[] given = whole(name, values, 0);
        return of(name, Family.POISSON, given, ones(given.length));
    }

    private static double[] whole(String name, double[] values, double least) {
        double[] given = Checks.finite(name, values);
        for (int i = 0; i < given.length; i++) {
            if (!(given[i] >= least && given[i] == Math.rint(given[i]))) {
                throw Checks.refused(name + "[" + i + "]", given[i], "a whole number of at least " + (int) least);
            }
        }
        return given;
    }

    /// A copy in which these numbers are added to the linear predictors, such as the logarithm of the time in which counts were made.
    ///
    /// @throws IllegalArgumentException if there is not one finite number for each row
    public Observations withOffset(double... offset) {
        Checks.sameLength("offset", Checks.finite("offset", offset).length, name, values.length);
        return new Observations(name, family, values, trials, offset.clone(), frequencies);
    }

    /// A copy in which each row stands for so many equal ones.
    ///
    /// @throws IllegalArgumentException if there is not one count of at least 1 for each row
    public Observations withFrequencies(long... frequencies) {
        Checks.sameLength("frequencies", Checks.present("frequencies", frequencies).length, name, values.length);
        return new Observations(name, family, values, trials, offset, Checks.atLeast("frequencies", frequencies.clone(), 1));
    }

    /// What they are called.
    public String name() {
        return name;
    }

    /// What they are.
    public Family family() {
        return family;
    }

    /// How many rows there are.
    public int size() {
        return values.length;
    }

    double value(int row) {
        return values[row];
    }

    double trials(int row) {
        return trials[row];
    }

    double offset(int row) {
        return offset[row];
    }

    long frequency(int row) {
        return frequencies[row];
    }

    long rows() {
        return Arrays.stream(frequencies).reduce(0, Math::addExact);
    }

    boolean hasOffset() {
        return Arrays.stream(offset).anyMatch(value -> value != 0);
    }

    /// The mean of one trial over all rows, between 0 and 1 or above 0 where any maximum exists.
    double mean() {
        double sum = 0;
        double of = 0;
        for (int i = 0; i < values.length; i++) {
            sum += frequencies[i] * values[i];
            of += frequencies[i] * trials[i];
        }
        return sum / of;
    }

    @Override
    public String toString() {
        return name + " (" + size() + " rows, " + family.name().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
