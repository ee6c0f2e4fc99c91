package infogap.feedback.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// SQLite's own search for damage in a file.
public final class SqliteDamage {

    private SqliteDamage() {}

    /// What `integrity_check` and `foreign_key_check` find; empty when all is well.
    public static List<String> of(Database database) throws SQLException {
        try (var connection = database.source().getConnection()) {
            List<String> found = new ArrayList<>(
                    Rows.all(connection.prepareStatement("PRAGMA integrity_check"), row -> row.getString(1)));
            found.remove("ok");
            found.addAll(Rows.all(connection.prepareStatement("PRAGMA foreign_key_check"), row -> "foreign key: " + row.getString(1)));
            return found;
        }
    }
}
