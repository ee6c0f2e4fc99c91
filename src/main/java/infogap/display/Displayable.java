package infogap.display;

import java.util.Map;

/// A result with more than one representation.
///
/// The bundle maps a MIME type to its content: a `String` for text types (`text/html`, `text/latex`, `text/markdown`,
/// `image/svg+xml`, `application/…+json`), a `byte[]` for binary ones (`image/png`). It always holds `text/plain`, so that
/// every front end can show something, and it is the same on every call for the same value.
@FunctionalInterface
public interface Displayable {

    /// The representations by MIME type, in order of decreasing richness; contains `text/plain`.
    Map<String, Object> mimeBundle();
}
