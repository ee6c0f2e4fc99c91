package infogap.feedback.store;

import java.sql.SQLException;

/// A function that asks a database.
@FunctionalInterface
interface SqlFunction<A, R> {

    R apply(A argument) throws SQLException;
}
