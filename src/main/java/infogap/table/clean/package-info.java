/// What was missing or implausible in a table, and what was done about it?
///
/// A cleaning rule (数据清洗) is a value with a name. It is *fitted* on the training rows, where it learns its number (a median, a
/// fence), and *applied* to any rows with that number frozen, so that nothing of the test rows leaks into the training.
/// Each application reports the rows and cells that it changed. Source of the fences: J. W. Tukey (1977), *Exploratory Data
/// Analysis*, Addison-Wesley.
package infogap.table.clean;
