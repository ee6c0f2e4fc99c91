package infogap.plot;

import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import org.knowm.xchart.internal.chartpart.Annotation;

/// The name of a span, above the left end of its bar.
final class SpanLabel extends Annotation {

    private static final int ABOVE = 10;

    private final String name;
    private final double x;
    private final double y;

    SpanLabel(String name, double x, double y) {
        super(false);
        this.name = name;
        this.x = x;
        this.y = y;
    }

    @Override
    public void paint(Graphics2D graphics) {
        TextLayout text = new TextLayout(name, Style.BODY, graphics.getFontRenderContext());
        // a name longer than what is left of the plot moves left rather than out of the picture
        float at = Math.min(getXAxisScreenValue(x), getXAxisScreenValueForMax() - text.getAdvance());
        graphics.setColor(Style.TEXT);
        text.draw(graphics, at, getYAxisScreenValue(y) - ABOVE);
    }
}
