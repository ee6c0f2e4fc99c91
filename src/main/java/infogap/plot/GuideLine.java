package infogap.plot;

import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import org.knowm.xchart.internal.chartpart.Annotation;

/// A dashed line across the plot with its label beside it; XChart's own line annotation has no label.
final class GuideLine extends Annotation {

    private static final int GAP = 5;

    private final double value;
    private final boolean vertical;
    private final String label;

    GuideLine(double value, boolean vertical, String label) {
        super(false);
        this.value = value;
        this.vertical = vertical;
        this.label = label;
    }

    @Override
    public void paint(Graphics2D graphics) {
        int left = getXAxisScreenValueForMin();
        int right = getXAxisScreenValueForMax();
        int bottom = getYAxisScreenValueForMin();
        int top = getYAxisScreenValueForMax();
        TextLayout text = new TextLayout(label, Style.BODY, graphics.getFontRenderContext());
        float width = text.getAdvance();
        graphics.setColor(Style.GUIDE);
        graphics.setStroke(Style.guide());
        if (vertical) {
            int x = getXAxisScreenValue(value);
            graphics.drawLine(x, bottom, x, top);
            // the label goes to the other side of the line where it would leave the plot
            float at = x + GAP + width > right ? x - GAP - width : x + GAP;
            text.draw(graphics, at, Math.min(top, bottom) + text.getAscent() + GAP);
        } else {
            int y = getYAxisScreenValue(value);
            graphics.drawLine(left, y, right, y);
            text.draw(graphics, right - width - GAP, y - GAP);
        }
    }
}
