package infogap.feedback.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// A copy of a running database: made in one transaction of SQLite, looked through, brought to the disk, and then moved to its name.
final class Backup {

    private Backup() {}

    static void of(FeedbackStore store, Path file) {
        if (!store.database().isEmbedded()) {
            throw new IllegalArgumentException("database must be an embedded one to be copied to a file; pg_dump copies PostgreSQL while it runs");
        }
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(file.toString(), null, "there is a file already");
            }
            Files.createDirectories(target.getParent());
            try {
                store.read("the database cannot be copied", connection -> {
                    try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                        copy.setString(1, temporary.toString());
                        return copy.execute();
                    }
                });
                lookThrough(temporary);
                try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                for (String end : List.of("", "-wal", "-shm", "-journal")) {
                    Files.deleteIfExists(temporary.resolveSibling(temporary.getFileName() + end));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e, e);
        }
    }

    private static void lookThrough(Path copy) {
        try (FeedbackStore copied = FeedbackStore.open(Database.at("jdbc:sqlite:" + copy), InstantSource.system())) {
            List<String> findings = copied.verify();
            if (!findings.isEmpty()) {
                throw StoreException.nothingStored("the copy is not sound, because the database is not: " + findings.getFirst());
            }
        }
    }
}
