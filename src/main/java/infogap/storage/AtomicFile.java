package infogap.storage;

import infogap.numeric.Checks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Files that are written whole or not at all.
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /// Writes the text in UTF-8 to a temporary file in the same folder, brings it to the disk and moves it over the target in one step.
    /// A reader sees the old file or the new one; after a failure the old one is there and the temporary one is gone. Missing folders are
    /// made; the target's permissions are those of a newly created file.
    ///
    /// @throws UncheckedIOException when it cannot be written, naming the file
    public static void write(Path file, String text) {
        write(file, Checks.present("text", text).getBytes(StandardCharsets.UTF_8));
    }

    /// As [#write(Path, String)], of bytes.
    public static void write(Path file, byte[] bytes) {
        Checks.present("bytes", bytes);
        write(file, stream -> stream.write(bytes));
    }

    /// What a file is to hold, written piece by piece.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it; the stream is buffered and is closed by who opened it.
        void writeTo(OutputStream stream) throws IOException;
    }

    /// As [#write(Path, String)], of a content that would not fit into memory or need not be there at once.
    public static void write(Path file, Content content) {
        Checks.present("content", content);
        Path target = Checks.present("file", file).toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(target.getParent());
            try {
                writeThrough(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e, e);
        }
    }

    private static void writeThrough(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(stream);
            stream.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot replace a file in one step", e);
        }
    }
}
