package infogap.notebook;

import infogap.numeric.Checks;
import java.time.Duration;

/// How long to wait for a kernel.
///
/// @param start until the kernel is ready
/// @param cell  until a cell has ended
/// @param grace until a cell has ended that was interrupted, or whose reply has come: then the kernel is killed
public record RunLimits(Duration start, Duration cell, Duration grace) {

    /// Two minutes to start, which a busy machine may need, ten minutes for a cell, five seconds of grace.
    public static final RunLimits DEFAULT = new RunLimits(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofSeconds(5));

    /// @throws IllegalArgumentException when a time is missing or not above zero
    public RunLimits {
        positive("start", start);
        positive("cell", cell);
        positive("grace", grace);
    }

    /// The same limits with another time per cell.
    public RunLimits withCell(Duration limit) {
        return new RunLimits(start, limit, grace);
    }

    /// The same limits with another time to start.
    public RunLimits withStart(Duration limit) {
        return new RunLimits(limit, cell, grace);
    }

    /// The same limits with another time of grace.
    public RunLimits withGrace(Duration limit) {
        return new RunLimits(start, cell, limit);
    }

    private static void positive(String argument, Duration value) {
        Checks.present(argument, value);
        if (!value.isPositive()) {
            throw new IllegalArgumentException(argument + " must be a time above 0, but is " + value);
        }
    }
}
