/// Could the printed numbers have come from the printed model?
///
/// A granularity test asks which values a model with printed coefficients can take at all when its inputs come in steps (whole years,
/// cents). It needs no data. The idea is that of the GRIM test for means: N. J. L. Brown and J. A. J. Heathers (2017), *The GRIM Test: A
/// Simple Technique Detects Numerous Anomalies in the Reporting of Results in Psychology*, Social Psychological and Personality Science 8,
/// 363–369.
package infogap.customers.plausibility;
