/// What should a customer be offered, and when is it worth asking a person first?
///
/// Recommendation (推荐) from baskets and profiles, as a decision under a belief: what the customer would take is uncertain, an offer that is taken brings its
/// margin, and a person who finds out what the customer wants is worth asking when the expected value of that knowledge exceeds the price.
package infogap.customers.offer;
