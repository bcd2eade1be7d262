package lingbao.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jspecify.annotations.Nullable;

/**
 * A bar in a frame that stands for the whole, with a tick where the bar should be by now. More than the whole fills the
 * frame and shows a notch, since a bar that runs out of its frame would be cut off. What it shows stands beside it in words.
 */
final class DoneBar extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1;

    private static final Color GROUND = new Color(0xEC, 0xEF, 0xF3);
    private static final Color DONE = new Color(0x4A, 0x6A, 0x8C);
    private static final float LINE = 0.5f;
    private static final double HEIGHT = 11;

    private final @Nullable Number done;
    private final @Nullable Number schedule;

    /**
     * @param done 1 is the whole; null where it is not known
     * @param schedule likewise
     */
    DoneBar(@Nullable Number done, @Nullable Number schedule) {
        this.done = done;
        this.schedule = schedule;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D paper, Rectangle2D place) {
        Rectangle2D frame = new Rectangle2D.Double(
                place.getX() + LINE, place.getCenterY() - HEIGHT / 2, place.getWidth() - 2 * LINE, HEIGHT);
        paper.setColor(GROUND);
        paper.fill(frame);
        if (done != null) {
            paper.setColor(DONE);
            paper.fill(new Rectangle2D.Double(
                    frame.getX(), frame.getY(), frame.getWidth() * ofTheFrame(done), frame.getHeight()));
            if (done.doubleValue() > 1) {
                notch(paper, frame);
            }
        }
        paper.setColor(Color.BLACK);
        paper.setStroke(new BasicStroke(LINE));
        paper.draw(frame);
        if (schedule != null) {
            double x = frame.getX() + frame.getWidth() * ofTheFrame(schedule);
            paper.setStroke(new BasicStroke(1.5f));
            paper.draw(new Line2D.Double(x, place.getY() + 1, x, place.getMaxY() - 1));
        }
    }

    private static double ofTheFrame(Number rate) {
        return Math.min(1, Math.max(0, rate.doubleValue()));
    }

    private static void notch(Graphics2D paper, Rectangle2D frame) {
        double x = frame.getMaxX() - 14;
        Path2D notch = new Path2D.Double();
        notch.moveTo(x, frame.getMaxY());
        notch.lineTo(x + 4, frame.getY());
        notch.lineTo(x + 7, frame.getY());
        notch.lineTo(x + 3, frame.getMaxY());
        notch.closePath();
        paper.setColor(Color.WHITE);
        paper.fill(notch);
    }
}
