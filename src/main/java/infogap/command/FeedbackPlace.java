package infogap.command;

import infogap.feedback.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the feedback log is kept: one of the two.
final class FeedbackPlace {

    @Option(names = "--data", paramLabel = "FOLDER", required = true,
            description = "The log is in an embedded database in this folder.")
    private Path folder;

    @Option(names = "--database", paramLabel = "ADDRESS", required = true,
            description = "The log is in the database at this JDBC address: jdbc:postgresql://HOST/NAME?user=USER "
                    + "(the password from ~/.pgpass), or jdbc:sqlite:FILE.")
    private String address;

    Database database() {
        return folder != null ? Database.inFolder(folder) : Database.at(address);
    }

    /// The database, where it is there: whoever asks something of a log does not want an empty one made.
    Database existing() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--data must be a folder with a feedback log, but " + folder + " is none");
        }
        Database database = database();
        database.file().ifPresent(file -> {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no feedback log at " + file);
            }
        });
        return database;
    }
}
