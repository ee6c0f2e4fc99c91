package infogap.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/// Work in one JVM. It returns a number, so that the compiler cannot leave it out.
final class Job implements Contestant {

    private final String name;
    private final DoubleSupplier work;
    private final int warmUp;
    private final int share;
    /// How many nanoseconds to warm up at least.
    private final long warmUpTime;
    /// Volatile: a write that nobody may leave out.
    private volatile double result;

    private Job(String name, DoubleSupplier work, int warmUp, int share) {
        this(name, work, warmUp, share, 0);
    }

    private Job(String name, DoubleSupplier work, int warmUp, int share, long warmUpTime) {
        this.name = name;
        this.work = work;
        this.warmUp = warmUp;
        this.share = share;
        this.warmUpTime = warmUpTime;
    }

    /// Work of milliseconds, which runs a dozen times until the JVM has compiled it.
    static Job of(String name, DoubleSupplier work) {
        return new Job(name, work, 12, 1);
    }

    /// Work of seconds: loops that long are compiled while they run for the first time.
    static Job slow(String name, DoubleSupplier work) {
        return new Job(name, work, 2, 1);
    }

    /// Work in an engine with many parts of its own, which the JVM compiles one after the other: each contestant gets the same time to warm up, not the same number of runs.
    static Job engine(String name, DoubleSupplier work) {
        return new Job(name, work, 2, 1, TimeUnit.SECONDS.toNanos(25));
    }

    /// Work of many seconds that needs no warming up but its first run.
    static Job once(String name, DoubleSupplier work) {
        return new Job(name, work, 0, 1);
    }

    /// Slow work of which one part in `share` is done; its time is scaled up.
    static Job part(int share, String name, DoubleSupplier work) {
        return new Job(name, work, 2, share);
    }

    @Override
    public String name() {
        return name;
    }

    /// Runs the work for the first time.
    double firstTurn() {
        return turn();
    }

    @Override
    public void warmUp() {
        long start = System.nanoTime();
        for (int i = 0; i < warmUp || System.nanoTime() - start < warmUpTime; i++) {
            result = work.getAsDouble();
        }
    }

    @Override
    public double turn() {
        long start = System.nanoTime();
        result = work.getAsDouble();
        return share * (System.nanoTime() - start) / 1e6;
    }
}
