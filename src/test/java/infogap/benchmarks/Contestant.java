package infogap.benchmarks;

import java.util.OptionalDouble;

/// One side of a comparison.
interface Contestant {

    /// What stands before its time.
    String name();

    /// Runs the work as often as it takes until its times mean something.
    void warmUp();

    /// Milliseconds of the first run in a fresh JVM; empty where that is not known.
    default OptionalDouble first() {
        return OptionalDouble.empty();
    }

    /// One turn, in milliseconds.
    double turn();
}
