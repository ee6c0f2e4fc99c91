package infogap.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Images as PNG bytes (Portable Network Graphics, ISO/IEC 15948), complete up to the closing IEND chunk.
public final class Png {

    private Png() {
    }

    /// Encodes an image; the same pixels give the same bytes.
    ///
    /// @throws IllegalArgumentException if the image's colour model has no PNG form
    public static byte[] encode(RenderedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            // Without the cache on disk the encoder neither leaves a temporary file nor depends on one.
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalArgumentException("image: no PNG form for the colour model " + image.getColorModel());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing a PNG into memory failed", impossible);
        }
        return bytes.toByteArray();
    }
}
