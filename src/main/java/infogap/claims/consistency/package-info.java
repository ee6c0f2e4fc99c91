/// What can be checked without data? Printed numbers that must fit together: a statistic and its p value, a mean and the number of cases, a percentage and a
/// count, parts and their total, an interval and its standard error. Each check is a result with its formula and source, and has a [infogap.claims.Finding].
package infogap.claims.consistency;
