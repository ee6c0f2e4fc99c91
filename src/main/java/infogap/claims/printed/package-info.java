/// Which numbers does a printed text stand for? The grammar of what papers print, and the policies by which they round.
///
/// [infogap.claims.printed.Grammar] documents every form; [infogap.claims.printed.Reading] is what a text was read as,
/// [infogap.claims.printed.Bounds] the numbers that it stands for, and [infogap.claims.printed.Notation] says how the
/// paper writes and rounds.
package infogap.claims.printed;
