/// What does a seller offer who cannot tell customers apart?
///
/// - [MonopolyScreening] – a menu for tastes in θq − t and a quadratic cost, in exact fractions: [Menu].
/// - [ScreeningProgramme] – a menu for any utility with single crossing and any convex cost, and for many thousands of types, in doubles.
/// - [GroupPricing] – the prices of a seller who sees to which group a customer belongs (third degree), and the one price of a seller who may not use it.
package infogap.contracts.screening;
