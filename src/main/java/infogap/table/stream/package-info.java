/// How is a file read that does not fit into memory? Row by row, in one pass, by [infogap.table.stream.CsvRows].
package infogap.table.stream;
