package infogap.plot;

import infogap.display.Displayable;
import infogap.display.Png;
import infogap.numeric.Checks;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/// A finished picture with the question that it answers. In a notebook it shows as an image.
public final class Figure implements Displayable {

    private final String question;
    private final BufferedImage image;

    Figure(String question, BufferedImage image) {
        this.question = Checks.text("question", question);
        this.image = image;
    }

    /// The question in the picture's title.
    public String question() {
        return question;
    }

    /// The picture, for kernels that show a [BufferedImage] and nothing richer.
    public BufferedImage image() {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        copy.setData(image.getData());
        return copy;
    }

    /// The picture as a PNG file's content.
    public byte[] png() {
        return Png.encode(image);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("image/png", png());
        bundle.put("text/plain", toString());
        return bundle;
    }

    @Override
    public String toString() {
        return "Figure: " + question;
    }
}
