/// How does the log come in and go out? Customers and feedback as CSV, and all that is held about one person as JSON.
///
/// What [infogap.feedback.exchange.CsvExport] writes, [infogap.feedback.exchange.CsvImport] reads, into the same database without a change, into an
/// empty one with every event and score.
package infogap.feedback.exchange;
