/// Which customers belong together, and how sure is that?
///
/// Segments (客户细分) are the blocks of a partition, judged by the sum of squared distances to their means (SSE). k-means finds a
/// partition that no single move of a row improves; [infogap.customers.segment.ProvenSegments] finds the best one there is and says how
/// many it compared. The share `between/total` is the share of the information gap closed by telling a stranger the segment, when
/// ignorance is measured in squared error. Labels carry no order of their own: order them by a key before anything depends on them.
package infogap.customers.segment;
