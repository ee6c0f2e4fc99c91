/// What survives? The feedback log in a real database, SQLite in a file or PostgreSQL by its JDBC address.
///
/// Every write is in one transaction with others that waited for the disk at the same time. What [infogap.feedback.store.FeedbackStore] has returned is on
/// the disk: SQLite runs with a write-ahead log and `synchronous=FULL`, PostgreSQL with its own `synchronous_commit`. A [infogap.feedback.store.StoreException]
/// says whether nothing was stored or whether that is not known.
///
/// The tallies of a customer, of a day, and up to each event are written in the transaction of the event, so that a score costs the same however long the log
/// is; [infogap.feedback.store.FeedbackStore#verify] recomputes all of them from the log.
///
/// Triggers in the database refuse every statement that would change, replace or delete an event or a customer, whichever client sends it; the one change that
/// they let through is that a text, its author and its purchase number are erased. Who owns the file or the tables can take the triggers away: against the
/// owner only a copy kept elsewhere helps.
package infogap.feedback.store;
