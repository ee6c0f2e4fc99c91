/// Does what is printed hold up? Claims, what was printed, what a computation found, and the verdict that follows.
///
/// A [infogap.claims.Claim] is one checkable statement of an article, kept with its printed text. A
/// [infogap.claims.Finding] is what somebody computed. [infogap.claims.Ledger#check] compares the two and returns a
/// [infogap.claims.Card]: the verdict (结论) is decided by comparison and then held against the verdict that the claims
/// file pins. This room knows no model.
package infogap.claims;
