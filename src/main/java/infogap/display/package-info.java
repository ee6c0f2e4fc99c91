/// What can a result look like in a notebook?
///
/// A result that is more than text implements [infogap.display.Displayable] and says so as a MIME bundle; foreign types (charts,
/// tables) get one from a [infogap.display.DisplayAdapter] of the room that knows their library. Every kernel shows what
/// [infogap.display.MimeBundle] says of a value, and the report embeds it. Nothing here depends on Jupyter, a kernel or a chart library.
package infogap.display;
