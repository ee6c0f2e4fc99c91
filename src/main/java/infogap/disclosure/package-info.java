/// What does the informed side say? (信息披露) Talk that costs nothing, proof that cannot be forged, and prices that speak for those who know.
///
/// - [UniformTalk] and [FiniteTalk]: cheap talk (空谈) of Crawford and Sobel; anything may be said, and only what both sides want to be told is believed.
/// - [VerifiableDisclosure] and [UniformDisclosure]: what may be kept silent but not forged; who is silent is taken for the worst that would be silent.
/// - [InformedTrading]: prices of Grossman and Stiglitz, which tell what the informed traders know, but never all of it.
///
/// A sender who commits to what it will tell before it knows is [infogap.gap.Persuasion]; messages that cost something are `infogap.signaling`.
///
/// Everything that is rational is an exact fraction: a `double` argument is read as the decimal that it prints.
package infogap.disclosure;
