/// Can a number be trusted? Argument checks, exact fractions and sums that do not lose what they add.
///
/// The ground floor: every room may import it, and it imports only commons-math3's fraction type and the JDK.
package infogap.numeric;
