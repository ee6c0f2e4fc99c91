package infogap.benchmarks;

/// One side of a comparison.
interface Contestant {

    /// What stands before its time.
    String name();

    /// Runs the work as often as it takes until its times mean something.
    void warmUp();

    /// One turn, in milliseconds.
    double turn();
}
