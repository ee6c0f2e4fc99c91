/// What holds up, for a person and for a program? The settled ledger as a table, as JSON and as HTML.
///
/// A [infogap.report.Settlement] says what became of each claim when the notebooks ran. The report is a folder that works from
/// the file system without a server or a network.
package infogap.report;
