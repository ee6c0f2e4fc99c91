/// Can a number be trusted? Argument checks, exact fractions, sums that do not lose what they add, and quantiles with all their digits.
///
/// The ground floor: every room may import it, and it imports only commons-math3's fraction type and special functions, and the JDK.
package infogap.numeric;
