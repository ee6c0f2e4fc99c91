package infogap.display;

import java.awt.image.RenderedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The one way from a value to what a notebook shows of it, whichever kernel the notebook runs on.
///
/// ```java
/// MimeBundle.of(new int[] {1, 2})    // {text/plain=[1, 2]}
/// ```
public final class MimeBundle {

    private static final String TEXT = "text/plain";

    private MimeBundle() {}

    /// The representations of any value by MIME type: those of a [Displayable] or of an installed [DisplayAdapter], an image as PNG, and for
    /// every other value its [ValueText]. Binary content is a `byte[]`, JSON content a `String`.
    ///
    /// @return at least `text/plain`
    public static Map<String, Object> of(Object value) {
        return rich(value).orElseGet(() -> Map.of(TEXT, ValueText.of(value)));
    }

    /// The representations of a value that has more than its text.
    public static Optional<Map<String, Object>> rich(Object value) {
        if (value instanceof RenderedImage image) {
            var bundle = new LinkedHashMap<String, Object>();
            bundle.put("image/png", Png.encode(image));
            bundle.put(TEXT, "image, " + image.getWidth() + " x " + image.getHeight() + " pixels");
            return Optional.of(bundle);
        }
        Offered.shown(value);
        return DisplayAdapters.displayable(value).map(Displayable::mimeBundle);
    }

    /// Whether content of this type is JSON, which a message carries as itself and not as a string of it.
    public static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }
}
