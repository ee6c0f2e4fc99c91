/// What can a result look like in a notebook?
///
/// A result that is more than text implements [infogap.display.Displayable] and says so as a MIME bundle. The kernel shows the
/// bundle, the report embeds it, and nothing here knows Jupyter or any chart library.
package infogap.display;
