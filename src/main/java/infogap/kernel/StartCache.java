package infogap.kernel;

import infogap.storage.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The JDK's and the libraries' classes as a kernel needs them at its start, loaded and linked beforehand
/// ([JEP 483](https://openjdk.org/jeps/483), [JEP 514](https://openjdk.org/jeps/514)).
///
/// A cache can hold classes of jars only, and holds for a class path that begins with the same ones. The project's own classes, which
/// change with every build, lie in folders behind them and are not in it; so the process that a cache is made of starts with one class in a
/// jar ([CacheTraining]) that loads the others.
///
/// @param file the cache
/// @param jar  the last jar of the path that it holds for
public record StartCache(Path file, Path jar) {

    /// The cache of a folder, whether it is there or not.
    public static StartCache in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new StartCache(absolute.resolve("kernel.aot"), absolute.resolve("kernel-start.jar"));
    }

    /// The command line of a kernel whose end makes the cache; the connection file is to be appended.
    ///
    /// @throws UncheckedIOException if the jar cannot be written
    public List<String> training(LaunchCommand command) {
        writeJar();
        List<Path> jars = new ArrayList<>(command.classPath().stream().filter(entry -> !Files.isDirectory(entry)).toList());
        jars.add(jar);
        List<String> folders = command.classPath().stream().filter(Files::isDirectory).map(Path::toString).toList();
        var line = new ArrayList<>(List.of(command.java().toString()));
        line.addAll(command.options());
        line.addAll(List.of("-XX:AOTCacheOutput=" + file, "-Xlog:disable", "-Xlog:all=error:stderr", "-classpath", LaunchCommand.path(jars), CacheTraining.class.getName()));
        line.add(String.join(File.pathSeparator, folders));
        return List.copyOf(line);
    }

    /// Deletes its files, those of them that are there.
    void delete() throws IOException {
        for (Path part : List.of(file, jar)) {
            Files.deleteIfExists(part);
        }
    }

    /// The same class gives the same bytes, and an equal jar is left alone: the cache remembers its time.
    private void writeJar() {
        String name = CacheTraining.class.getName().replace('.', '/') + ".class";
        var bytes = new ByteArrayOutputStream();
        try (InputStream code = CacheTraining.class.getResourceAsStream("/" + name); var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            code.transferTo(zip);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            if (!Files.isRegularFile(jar) || !Arrays.equals(Files.readAllBytes(jar), bytes.toByteArray())) {
                Files.createDirectories(jar.getParent());
                AtomicFile.write(jar, bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(jar + ": cannot be read: " + e, e);
        }
    }
}
