/// What can a result look like in a notebook?
///
/// A result that is more than text implements [infogap.display.Displayable] and says so as a MIME bundle; foreign types (charts,
/// tables) get one from a [infogap.display.DisplayAdapter] of the room that knows their library. The kernel shows the bundle, the
/// report embeds it. Nothing here depends on Jupyter or a chart library: [infogap.display.NotebookDisplay] asks the running kernel for
/// its classes by name.
package infogap.display;
