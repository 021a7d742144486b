package io.hindcast.desktop.timeline;

import io.hindcast.desktop.paint.Raster;
import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.TimeScale;
import java.util.List;

/// Paints where an axis folds time: a tinted band, and a zig-zag line in its middle. Where breaks are close the lines are short,
/// and where they are closer than lines need, one stands for several.
///
/// @param scale device pixels a logical pixel
record FoldPainter(Raster raster, TimelinePalette palette, double scale) {
    private static final double ROOMY = 28; // breaks closer than this have a short line each, under the axis
    private static final double APART = 9; // and those closer than this share one
    private static final double SHORT = 14;
    private static final double TOOTH = 3; // half the width of a line
    private static final double SHORT_TOOTH = 1.75;
    private static final double BAND = 8; // a narrower break is its line and nothing more

    /// Paints the breaks of a window.
    ///
    /// @param bottom device pixels from the top that they reach
    void paint(TimeScale axis, Viewport viewport, int bottom) {
        if (!(axis instanceof TimeScale.OfTime time)) {
            return;
        }
        List<Break> breaks = time.breaksWithin((long) Math.floor(viewport.from()), (long) Math.ceil(viewport.to()));
        boolean roomy = nearest(breaks, viewport) >= px(ROOMY);
        double free = Double.NEGATIVE_INFINITY;
        for (Break fold : breaks) {
            double left = viewport.xOf(fold.at(), raster.width());
            double right = viewport.xOf(fold.end(), raster.width());
            double middle = (left + right) / 2;
            if (right - left >= px(BAND)) {
                raster.shade((int) Math.round(left), 0, (int) Math.round(right), bottom, palette.stripe());
            }
            if (middle >= free) {
                zigzag(middle, roomy ? bottom : Math.min(bottom, (int) px(SHORT)), roomy ? TOOTH : SHORT_TOOTH);
                free = middle + px(APART);
            }
        }
    }

    /// Device pixels between the two neighbours that are closest.
    private double nearest(List<Break> breaks, Viewport viewport) {
        long nearest = Long.MAX_VALUE;
        for (int i = 1; i < breaks.size(); i++) {
            nearest = Math.min(nearest, breaks.get(i).at() - breaks.get(i - 1).at());
        }
        return nearest / viewport.span() * raster.width();
    }

    private void zigzag(double middle, int bottom, double half) {
        int tooth = (int) Math.max(1, Math.round(px(half)));
        int line = Math.max(1, (int) px(1));
        for (int y = 0; y < bottom; y += line) {
            int step = y / line % (4 * tooth);
            int across = step <= 2 * tooth ? step - tooth : 3 * tooth - step;
            int x = (int) Math.round(middle) + across;
            raster.shade(x, y, x + line, Math.min(bottom, y + line), palette.fold());
        }
    }

    private double px(double logical) {
        return logical * scale;
    }
}
