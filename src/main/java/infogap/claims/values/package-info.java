/// How does a value reach the ledger from any language? A cell's output of the MIME type [infogap.claims.values.SentValue#MIME_TYPE], or a file `values.json` or
/// `values.csv` beside `claims.csv`.
package infogap.claims.values;
