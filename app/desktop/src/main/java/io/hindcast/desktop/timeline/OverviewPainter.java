package io.hindcast.desktop.timeline;

import io.hindcast.desktop.paint.Raster;
import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimelineTile;
import java.util.List;

/// Paints the whole history into a thin strip: how much happened when, and where the marks are.
final class OverviewPainter {
    private static final double BUCKET = 2; // least logical pixels of a bucket
    private final Raster raster;
    private final TimelinePalette palette;
    private final double scale;

    OverviewPainter(Raster raster, TimelinePalette palette, double scale) {
        this.raster = raster;
        this.palette = palette;
        this.scale = scale;
    }

    void paint(TimelineData data, Viewport whole) {
        raster.forget();
        raster.fill(0, 0, raster.width(), raster.height(), palette.background());
        new FoldPainter(raster, palette, scale).paint(data.pyramid().scale(), whole, raster.height());
        double bucket = whole.span() / raster.width() * scale * BUCKET;
        TileWindow window = TileWindow.covering(
                TileWindow.levelFor(bucket), (long) Math.floor(whole.from()), (long) Math.ceil(whole.to()), 0);
        List<TimelineTile> tiles =
                data.pyramid().tiles(window, 0, data.pyramid().lanes().size()).tiles();
        int[] counts = new int[window.length()];
        for (TimelineTile tile : tiles) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += tile.count(i);
            }
        }
        int highest = 1;
        for (int count : counts) {
            highest = Math.max(highest, count);
        }
        for (int i = 0; i < counts.length; i++) {
            bar(window, whole, i, Math.sqrt((double) counts[i] / highest));
        }
        marks(tiles, window, whole);
    }

    private void bar(TileWindow window, Viewport whole, int bucket, double share) {
        if (share > 0) {
            int bottom = raster.height() - px(1);
            int height = Math.max(px(2), (int) Math.round(share * (raster.height() - px(9))));
            raster.fill(x(whole, window.placeOf(bucket)), bottom - height, x(whole, window.placeOf(bucket + 1)), bottom,
                    palette.ink());
        }
    }

    private void marks(List<TimelineTile> tiles, TileWindow window, Viewport whole) {
        for (MarkKind kind : MarkKind.values()) {
            for (int i = 0; i < window.length(); i++) {
                int bucket = i;
                if (tiles.stream().anyMatch(tile -> tile.marks(bucket, kind) > 0)) {
                    int x = (x(whole, window.placeOf(i)) + x(whole, window.placeOf(i + 1))) / 2;
                    raster.fill(x - px(1), px(2), x + px(1), px(6), palette.mark(kind));
                }
            }
        }
    }

    private int x(Viewport whole, long place) {
        return (int) Math.round(whole.xOf(place, raster.width()));
    }

    private int px(double logical) {
        return (int) Math.round(logical * scale);
    }
}
