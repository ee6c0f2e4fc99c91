/// What does a result look like? Charts in one visual style.
///
/// The only room that imports XChart. A chart asks a question in its title and answers it; axes carry their units; colours
/// are Okabe and Ito's, told apart with any colour vision; what an article prints is always a vermilion diamond, what is
/// right always a blue dot.
///
/// Source of the palette: M. Okabe, K. Ito (2008), *Color Universal Design*.
package infogap.plot;
