package infogap.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    /// An empty IEND chunk: length 0, the name, and the checksum of the name (PNG specification, 11.2.5).
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};

    @Test
    void everyImageIsWhole() throws IOException {
        var random = new SplittableRandom(20260101);
        for (int round = 0; round < 40; round++) {
            var image = new BufferedImage(1 + random.nextInt(90), 1 + random.nextInt(90), BufferedImage.TYPE_INT_ARGB);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    image.setRGB(x, y, random.nextInt());
                }
            }
            byte[] png = Png.encode(image);
            assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
            assertArrayEquals(END, Arrays.copyOfRange(png, png.length - END.length, png.length));
            BufferedImage back = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(image.getRGB(0, 0), back.getRGB(0, 0));
            assertEquals(image.getWidth(), back.getWidth());
            assertArrayEquals(png, Png.encode(image), "the same pixels give the same bytes");
        }
    }
}
