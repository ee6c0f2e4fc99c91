/// What insurance can be had where customers know their risk and insurers do not?
///
/// [InsuranceMarket] has two risks and any utility. Competing insurers separate them by offering the low risks too little (Rothschild and Stiglitz), unless a
/// contract for all, or a pair in which low risks pay for high ones, is better for the low risks; [InsuranceMarket#crossSubsidy] is what remains then (Miyazaki, Wilson and Spence).
/// A single insurer ([MonopolyInsurance], Stiglitz 1977) leaves the low risks nothing and the high ones a rent.
package infogap.contracts.insurance;
