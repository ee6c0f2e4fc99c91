package infogap.command;

import infogap.feedback.store.Database;
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
}
