package infogap.notebook;

import infogap.kernel.LaunchCommand;
import infogap.kernel.StartCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Makes a [StartCache] by running a kernel through what most notebooks do.
public final class KernelCache {

    /// The JVM writes the cache at its end.
    private static final Duration UNTIL_WRITTEN = Duration.ofMinutes(3);

    /// Each loads what it is about: the compiler and its errors, streams, charts, tables, fractions, JSON.
    private static final List<String> CELLS = List.of(
            "import java.time.*;",
            "int next(int n) { return n + 1; }\nrecord Point(int x, double y) {}\nvar points = IntStream.range(0, 3).mapToObj(i -> new Point(next(i), i / 2.0)).toList();\npoints",
            "for (Point point : points) { System.out.printf(\"%d %.3f%n\", point.x(), point.y()); }",
            "new org.apache.commons.math3.fraction.BigFraction(1, 3)",
            "var chart = new org.knowm.xchart.XYChartBuilder().title(\"t\").build();\nchart.addSeries(\"s\", new double[] {1, 2}, new double[] {1, 2});\nchart",
            "tech.tablesaw.api.Table.create(\"t\", tech.tablesaw.api.IntColumn.create(\"n\", new int[] {1, 2}))",
            "unknown",
            "throw new IllegalStateException(\"shown\");");

    private KernelCache() {}

    /// Makes the cache, replacing an older one.
    ///
    /// @return whether it is there now; it is not where the JDK cannot make one, and then a kernel starts without
    public static boolean make(StartCache cache, LaunchCommand command) {
        var line = new ArrayList<>(cache.training(command));
        line.add("{connection_file}");
        var launch = new KernelLaunch("training", "training", "java", line);
        try {
            Files.deleteIfExists(cache.file());
            try (KernelProcess kernel = KernelProcess.start(launch, Path.of("").toAbsolutePath(), RunLimits.DEFAULT, () -> false)) {
                CELLS.forEach(cell -> kernel.execute(cell, false, _ -> { }));
                kernel.shutDown(UNTIL_WRITTEN);
            }
            return Files.isRegularFile(cache.file());
        } catch (KernelException | UncheckedIOException | IOException withoutCache) {
            return false;
        }
    }
}
