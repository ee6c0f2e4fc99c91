/// What do the two sides know about the customers, and what is a table of customers good for?
///
/// The room finds segments (客户细分), detects what one side hides (信息不对称检测), finds what is bought together, decides which cases a
/// human should see, picks the service for a segment from a table of rules, and says what a customer is worth. Tables are read, cleaned and
/// split in the room `table`. The sub-packages, in reading order:
///
/// | sub-package | question |
/// | --- | --- |
/// | `segment` | which customers belong together, and how sure is that? |
/// | `detect` | can the hidden side be predicted from what the other side sees? |
/// | `basket` | what is bought together? |
/// | `service` | who gets which service, who is worth a treatment, and which case goes to a human? |
/// | `value` | how often will a customer still buy, what is that worth, and how sure is it? |
/// | `plausibility` | could the printed numbers have come from the printed model? |
/// | `crm` | where does the realistic data set come from, and what is the truth behind it? |
///
/// A detector is a screening test, so that the analysis of its ROC curve and the intervals of its rates come from the room `bayes`.
///
/// Tables are Tablesaw's; clustering, trees and item sets are Smile's; likelihoods are climbed with commons-math3. All are seeded here so that the same input gives the same
/// bytes on any number of threads.
package infogap.customers;
