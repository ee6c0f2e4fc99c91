/// What survives? The feedback log in a real database, SQLite in a file or PostgreSQL by its JDBC address.
///
/// Every write is one transaction. What [infogap.feedback.store.FeedbackStore] has returned is on the disk: SQLite runs with a
/// write-ahead log and `synchronous=FULL`, PostgreSQL with its own `synchronous_commit`. The database itself refuses to change or
/// delete an event, whoever asks.
package infogap.feedback.store;
