package infogap.information;

import java.util.random.RandomGenerator;

/// Random hypergeometric numbers: how many good ones are among `sample` items drawn without replacement from `good` good and `bad`
/// bad ones.
///
/// Small samples by inversion; larger ones by ratio-of-uniforms rejection, E. Stadlober (1990), *The ratio of uniforms approach for
/// generating discrete random variates*, Journal of Computational and Applied Mathematics 31, 181–189.
final class Hypergeometric {

    private static final int INVERSION_BELOW = 12;
    /// `2 √(2/e)` and `3 − 2 √(3/e)`: the width of the table-mountain hat.
    private static final double HAT_SLOPE = 2 * Math.sqrt(2 / Math.E);
    private static final double HAT_OFFSET = 3 - 2 * Math.sqrt(3 / Math.E);

    private Hypergeometric() {}

    static long draw(long good, long bad, long sample, RandomGenerator random) {
        if (sample == 0 || good == 0) {
            return 0;
        }
        if (bad == 0) {
            return sample;
        }
        long population = good + bad;
        // by symmetry at most half of the population is drawn, and at most half of it is what is counted
        long drawn = Math.min(sample, population - sample);
        long counted = Math.min(good, bad);
        long other = population - counted;
        long found;
        if (drawn < INVERSION_BELOW) {
            found = invert(counted, other, drawn, random);
        } else if (counted < INVERSION_BELOW) {
            // drawing and being counted are symmetric: of the counted ones, how many are drawn
            found = invert(drawn, population - drawn, counted, random);
        } else {
            found = reject(counted, other, drawn, random);
        }
        long ofGood = good <= bad ? found : drawn - found;
        return drawn == sample ? ofGood : good - ofGood;
    }

    /// Walks up the probabilities from 0; at most `drawn` steps.
    private static long invert(long counted, long other, long drawn, RandomGenerator random) {
        double p = 1;
        for (long k = 0; k < drawn; k++) {
            p *= (double) (other - k) / (counted + other - k);
        }
        double u = random.nextDouble();
        long most = Math.min(drawn, counted);
        long found = 0;
        while (u >= p && found < most) {
            u -= p;
            p *= (double) (counted - found) * (drawn - found) / ((double) (found + 1) * (other - drawn + found + 1));
            found++;
        }
        return found;
    }

    private static long reject(long counted, long other, long drawn, RandomGenerator random) {
        double population = (double) counted + other;
        double share = counted / population;
        double centre = drawn * share + 0.5;
        double variance = (population - drawn) * drawn * share * (1 - share) / (population - 1);
        double deviation = Math.sqrt(variance + 0.5);
        double width = HAT_SLOPE * deviation + HAT_OFFSET;
        long mode = (long) ((drawn + 1.0) * (counted + 1.0) / (population + 2));
        double atMode = logTerms(mode, counted, other, drawn);
        double most = Math.min(drawn, counted) + 1.0;
        while (true) {
            double u = 1 - random.nextDouble();
            double candidate = centre + width * (random.nextDouble() - 0.5) / u;
            if (candidate < 0 || candidate >= most) {
                continue;
            }
            long found = (long) candidate;
            double logRatio = atMode - logTerms(found, counted, other, drawn);
            // accept when u² ≤ f(found)/f(mode); first by a bound that needs no logarithm
            if (u * (4 - u) - 3 <= logRatio || u * (u - logRatio) < 1 && 2 * Math.log(u) <= logRatio) {
                return found;
            }
        }
    }

    /// `−ln f(found)` but for a constant.
    private static double logTerms(long found, long counted, long other, long drawn) {
        return LogFactorials.of(found)
                + LogFactorials.of(counted - found)
                + LogFactorials.of(drawn - found)
                + LogFactorials.of(other - drawn + found);
    }
}
