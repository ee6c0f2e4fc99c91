/// What does a table hold, and what must be done to it before a model may see it?
///
/// The room reads tables that are checked against a description or come without one, cleans them by named rules, splits, scales and bands them, and
/// fits formulas to them. It knows nothing of customers. Its sub-packages, in reading order:
///
/// | sub-package | question |
/// | --- | --- |
/// | `data` | does the file hold what its description promises, and what does it hold without one? |
/// | `clean` | what was missing or implausible, and what was done about it? |
/// | `prepare` | which rows train, which rows test, in which units? |
/// | `formula` | which model does a line of text mean, and what does it say about the table? |
///
/// Tables are Tablesaw's. What is random is seeded here so that the same input gives the same bytes on any number of threads.
package infogap.table;
