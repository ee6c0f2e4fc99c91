package infogap.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The drawing of a concept map: boxes on a grid, arrows from border to border, a legend of the arrows that occur.
final class ConceptMapDrawing {

    private static final int TITLE_HEIGHT = 46;
    private static final int ROW_HEIGHT = 96;
    private static final int BOX_HEIGHT = 42;
    private static final int MARGIN = 24;
    private static final int LEGEND_HEIGHT = 46;
    private static final int LEGEND_ARROW = 44;
    private static final int LEGEND_GAP = 16;
    private static final int BOX_PADDING = 14;
    private static final double TIP = 10;
    /// How far the middle of an arrow stands off the straight line, so that two opposite arrows do not cover each other.
    private static final double BEND = 18;

    private final String question;
    private final List<ConceptMap.Edge> edges;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Map<String, Rectangle2D> boxes = new LinkedHashMap<>();

    ConceptMapDrawing(String question, List<ConceptMap.Node> nodes, List<ConceptMap.Edge> edges) {
        this.question = question;
        this.edges = edges;
        double rows = nodes.stream().mapToDouble(ConceptMap.Node::row).max().orElseThrow() + 1;
        double columns = nodes.stream().mapToDouble(ConceptMap.Node::column).max().orElseThrow() + 1;
        int height = TITLE_HEIGHT + (int) Math.ceil(rows * ROW_HEIGHT) + LEGEND_HEIGHT;
        this.image = new BufferedImage(Style.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        this.graphics = Style.graphics(image);
        graphics.setFont(Style.BODY);
        FontMetrics metrics = graphics.getFontMetrics();
        double columnWidth = (Style.WIDTH - 2.0 * MARGIN) / columns;
        for (ConceptMap.Node node : nodes) {
            double width = metrics.stringWidth(node.name()) + 2 * BOX_PADDING;
            double x = MARGIN + (node.column() + 0.5) * columnWidth - width / 2;
            // a long name beside the border moves inward rather than out of the picture
            x = Math.clamp(x, 4, Math.max(4, Style.WIDTH - width - 4));
            double y = TITLE_HEIGHT + (node.row() + 0.5) * ROW_HEIGHT - BOX_HEIGHT / 2.0;
            boxes.put(node.name(), new Rectangle2D.Double(x, y, width, BOX_HEIGHT));
        }
    }

    BufferedImage image() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        edges.forEach(this::drawEdge);
        boxes.forEach(this::drawBox);
        drawTitle();
        drawLegend();
        graphics.dispose();
        return image;
    }

    private void drawTitle() {
        graphics.setFont(Style.TITLE);
        graphics.setColor(Style.TEXT);
        int width = graphics.getFontMetrics().stringWidth(question);
        graphics.drawString(question, (image.getWidth() - width) / 2f, 30);
        graphics.setFont(Style.BODY);
    }

    private void drawBox(String name, Rectangle2D box) {
        Shape outline = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 12, 12);
        graphics.setColor(Color.WHITE);
        graphics.fill(outline);
        graphics.setColor(Style.TEXT);
        graphics.setStroke(new BasicStroke(1.4f));
        graphics.draw(outline);
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(name, (float) (box.getX() + BOX_PADDING), (float) (box.getCenterY() + metrics.getAscent() / 2.0 - 2));
    }

    private void drawEdge(ConceptMap.Edge edge) {
        Rectangle2D from = boxes.get(edge.from());
        Rectangle2D to = boxes.get(edge.to());
        double dx = to.getCenterX() - from.getCenterX();
        double dy = to.getCenterY() - from.getCenterY();
        double length = Math.hypot(dx, dy);
        double bend = isPaired(edge) ? BEND : 0;
        Point2D middle = new Point2D.Double(
                (from.getCenterX() + to.getCenterX()) / 2 - dy / length * bend * 2,
                (from.getCenterY() + to.getCenterY()) / 2 + dx / length * bend * 2);
        Point2D start = border(from, middle);
        Point2D end = border(to, middle);
        graphics.setColor(colour(edge.kind()));
        graphics.setStroke(stroke(edge.kind()));
        graphics.draw(new QuadCurve2D.Double(start.getX(), start.getY(), middle.getX(), middle.getY(), end.getX(), end.getY()));
        drawTip(middle, end);
    }

    /// Whether another arrow joins the same two concepts.
    private boolean isPaired(ConceptMap.Edge edge) {
        return edges.stream()
                .anyMatch(other -> other != edge
                        && (other.from().equals(edge.to()) && other.to().equals(edge.from())
                                || other.from().equals(edge.from()) && other.to().equals(edge.to())));
    }

    private void drawTip(Point2D from, Point2D end) {
        double angle = Math.atan2(end.getY() - from.getY(), end.getX() - from.getX());
        Path2D tip = new Path2D.Double();
        tip.moveTo(end.getX(), end.getY());
        tip.lineTo(end.getX() - TIP * Math.cos(angle - 0.4), end.getY() - TIP * Math.sin(angle - 0.4));
        tip.lineTo(end.getX() - TIP * Math.cos(angle + 0.4), end.getY() - TIP * Math.sin(angle + 0.4));
        tip.closePath();
        graphics.fill(tip);
    }

    /// Where the way from the box's middle to the point leaves the box.
    private static Point2D border(Rectangle2D box, Point2D towards) {
        double dx = towards.getX() - box.getCenterX();
        double dy = towards.getY() - box.getCenterY();
        double scale = Math.min(
                dx == 0 ? Double.POSITIVE_INFINITY : box.getWidth() / 2 / Math.abs(dx),
                dy == 0 ? Double.POSITIVE_INFINITY : box.getHeight() / 2 / Math.abs(dy));
        return new Point2D.Double(box.getCenterX() + dx * scale, box.getCenterY() + dy * scale);
    }

    private void drawLegend() {
        List<ConceptMap.Kind> kinds = new ArrayList<>(List.of(ConceptMap.Kind.values()));
        kinds.removeIf(kind -> edges.stream().noneMatch(edge -> edge.kind() == kind));
        FontMetrics metrics = graphics.getFontMetrics();
        int width = kinds.stream().mapToInt(kind -> metrics.stringWidth(kind.legend()) + LEGEND_ARROW).sum()
                + LEGEND_GAP * (kinds.size() - 1);
        double x = (image.getWidth() - width) / 2.0;
        double y = image.getHeight() - 20;
        for (ConceptMap.Kind kind : kinds) {
            graphics.setColor(colour(kind));
            graphics.setStroke(stroke(kind));
            graphics.draw(new Line2D.Double(x, y - 4, x + 30, y - 4));
            drawTip(new Point2D.Double(x, y - 4), new Point2D.Double(x + 38, y - 4));
            graphics.setColor(Style.TEXT);
            graphics.drawString(kind.legend(), (float) x + LEGEND_ARROW, (float) y);
            x += metrics.stringWidth(kind.legend()) + LEGEND_ARROW + LEGEND_GAP;
        }
    }

    private static Color colour(ConceptMap.Kind kind) {
        return switch (kind) {
            case AGREED -> Style.GUIDE;
            case CONTRADICTED -> Style.PRINTED;
            case MISSING -> Style.CORRECT;
        };
    }

    private static BasicStroke stroke(ConceptMap.Kind kind) {
        return kind == ConceptMap.Kind.CONTRADICTED
                ? new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {8, 5}, 0f)
                : new BasicStroke(2f);
    }
}
