/// Does the file hold what its description promises?
///
/// A data set is a folder with a `datapackage.json` (the Frictionless *Tabular Data Package*, https://specs.frictionlessdata.io):
/// columns, types, units, allowed values, rights, source, seed and the SHA-256 of every file.
/// [infogap.table.data.DataPackage] reads it, and each table comes out typed or not at all: a file that differs from its
/// description is refused with the file, the row, the column, the value and what would be right.
package infogap.table.data;
