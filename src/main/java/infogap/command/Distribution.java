package infogap.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/// The version, and where the command line was started from: the folder that `mvn package` leaves with the number and size of its jars, or classes.
final class Distribution implements IVersionProvider {

    private static final String VERSION = "Infogap 0.1";
    private static final double MEGABYTE = 1e6;

    @Override
    public String[] getVersion() throws URISyntaxException {
        Path here = Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new String[] {VERSION, Files.isRegularFile(here) ? size(here.toAbsolutePath().getParent()) : "started from the classes in " + here};
    }

    private static String size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long[] sizes = files.filter(file -> file.toString().endsWith(".jar")).mapToLong(Distribution::bytes).toArray();
            long all = Arrays.stream(sizes).sum();
            return folder + ": " + sizes.length + " jars, " + String.format(Locale.ROOT, "%.0f MB", all / MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed: " + e, e);
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": its size cannot be read: " + e, e);
        }
    }
}
