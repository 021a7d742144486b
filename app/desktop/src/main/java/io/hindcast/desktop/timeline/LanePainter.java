package io.hindcast.desktop.timeline;

import io.hindcast.desktop.paint.Raster;
import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimelineTile;
import io.hindcast.engine.timeline.TypeSlots;
import java.util.List;

/// Paints all lanes: stripes, grid, bars of events by colour, dots where events are few, and marks over them.
/// The work depends on the pixels and lanes on screen, not on the events.
final class LanePainter {
    private static final double LONE = 8; // buckets wider than this hold one event, or events at one time: dots
    private static final int FEW = 3;
    private static final int SPARSE_ALONE = 10;
    private static final int SPARSE_TOGETHER = 3;
    private static final int QUIET = 8; // a lane with less than an eighth of the busiest is drawn lower, not flat
    private final Raster raster;
    private final Picture picture;

    LanePainter(Raster raster, Picture picture) {
        this.raster = raster;
        this.picture = picture;
    }

    void paint() {
        raster.forget();
        raster.fill(0, 0, raster.width(), raster.height(), picture.palette().background());
        stripes();
        grid(raster.height());
        picture.data().ifPresent(this::lanes);
    }

    private void stripes() {
        TimelineLayout layout = picture.layout();
        int line = Math.max(1, picture.px(1));
        for (int lane = layout.firstLane(); lane < layout.lastLane(); lane++) {
            int top = picture.px(layout.top(lane));
            int bottom = picture.px(layout.top(lane + 1));
            if (lane % 2 == 1) {
                raster.shade(0, top, raster.width(), bottom, picture.palette().stripe());
            }
            raster.shade(0, bottom - line, raster.width(), bottom, picture.palette().grid());
        }
    }

    /// Lines at the ticks, from the top down.
    void grid(int bottom) {
        picture.data()
                .ifPresent(it -> new FoldPainter(raster, picture.palette(), picture.scale())
                        .paint(it.pyramid().scale(), picture.viewport(), bottom));
        int line = Math.max(1, picture.px(1));
        for (Tick tick : picture.ticks().fine()) {
            int x = (int) Math.round(picture.xOf(tick.place()));
            raster.shade(x, 0, x + line, bottom, picture.palette().grid());
        }
        for (Tick tick : picture.ticks().coarse()) {
            if (tick.strong()) {
                int x = (int) Math.round(picture.xOf(tick.place()));
                raster.shade(x, 0, x + line, bottom, picture.palette().strongGrid());
            }
        }
    }

    private void lanes(TimelineData data) {
        TimelineLayout layout = picture.layout();
        List<TimelineTile> tiles = data.pyramid()
                .tiles(picture.window(), layout.firstLane(), layout.lastLane())
                .tiles();
        int highest = tiles.stream().mapToInt(TimelineTile::highest).max().orElse(0);
        boolean allSparse = tiles.stream().allMatch(tile -> isSparse(tile, SPARSE_TOGETHER));
        for (TimelineTile tile : tiles) {
            double top = layout.top(tile.lane());
            var band = new Band(picture.px(top), picture.px(top + layout.laneHeight()));
            if (allSparse || isSparse(tile, SPARSE_ALONE)) {
                dots(tile, band);
            } else {
                bars(tile, band, Math.max(tile.highest(), highest / QUIET));
            }
            marks(tile, band);
        }
        int top = picture.px(layout.focusHeight());
        if (layout.hasFocus()) {
            // lanes scroll under the lane of the focus
            raster.fill(0, 0, raster.width(), top, picture.palette().background());
            raster.shade(0, 0, raster.width(), top, picture.palette().focus());
            raster.shade(0, top - 1, raster.width(), top, picture.palette().strongGrid());
        }
    }

    /// Rows of pixels that a lane has.
    record Band(int top, int bottom) {
        int height() {
            return bottom - top;
        }
    }

    /// The highest count is rounded up, so that bars keep their height while the window moves a little.
    static int reference(int highest) {
        return highest <= 4 ? 4 : Integer.highestOneBit(highest - 1) << 1;
    }

    /// Bars of a tile; a count of `highest` reaches nearly to the top of the band.
    void bars(TimelineTile tile, Band band, int highest) {
        TileWindow window = tile.window();
        double bucket = width(window);
        int gap = bucket >= 3 ? Math.max(1, picture.px(1)) : 0;
        int reference = reference(highest);
        for (int i = 0; i < window.length(); i++) {
            int count = tile.count(i);
            if (count > 0) {
                int left = (int) Math.round(picture.xOf(window.placeOf(i)));
                int right = (int) Math.round(picture.xOf(window.placeOf(i + 1))) - gap;
                bar(tile, i, new Band(barTop(band, count, reference), band.bottom() - picture.px(1)), left, right);
            }
        }
    }

    /// Root of the count: a hundred beside one stays readable.
    private int barTop(Band band, int count, int reference) {
        double room = band.height() - picture.px(7);
        double height = Math.sqrt((double) count / reference) * room;
        return band.bottom() - picture.px(1) - (int) Math.max(picture.px(3), Math.round(height));
    }

    /// One bar, its height shared among the colours in proportion; each that is there gets a pixel if there is one.
    private void bar(TimelineTile tile, int bucket, Band band, int left, int right) {
        int count = tile.count(bucket);
        int below = band.bottom();
        long seen = 0;
        for (int slot = 0; slot < TypeSlots.COUNT && below > band.top(); slot++) {
            int part = tile.count(bucket, slot);
            if (part > 0) {
                seen += part;
                int top = seen == count ? band.top() : band.bottom() - (int) (band.height() * seen / count);
                top = Math.max(band.top(), Math.min(top, below - 1));
                raster.fill(left, top, right, below, picture.palette().type(slot));
                below = top;
            }
        }
    }

    private double width(TileWindow window) {
        return picture.xOf(window.placeOf(1)) - picture.xOf(window.placeOf(0));
    }

    /// Whether the events are so few that single dots tell more than bars.
    ///
    /// @param free at most one in so many buckets may be occupied
    private boolean isSparse(TimelineTile tile, int free) {
        int occupied = 0;
        for (int i = 0; i < tile.window().length(); i++) {
            int count = tile.count(i);
            if (count > FEW) {
                return false;
            }
            occupied += count > 0 ? 1 : 0;
        }
        return occupied * free < tile.window().length() || width(tile.window()) > LONE * picture.scale();
    }

    private void dots(TimelineTile tile, Band band) {
        double middle = (band.top() + band.bottom()) / 2.0;
        for (int i = 0; i < tile.window().length(); i++) {
            int count = tile.count(i);
            if (count > 0) {
                double x = (picture.xOf(tile.window().placeOf(i)) + picture.xOf(tile.window().placeOf(i + 1))) / 2;
                double radius = 3.2 + Math.min(3, Math.log(count));
                raster.disc(x, middle, radius * picture.scale(), picture.palette().type(tile.dominant(i)));
            }
        }
    }

    /// Every bucket with a mark shows it, whatever lies below; a rim parts it from the bars.
    void marks(TimelineTile tile, Band band) {
        for (MarkKind kind : MarkKind.values()) {
            for (int i = 0; i < tile.window().length(); i++) {
                if (tile.marks(i, kind) > 0) {
                    double x = (picture.xOf(tile.window().placeOf(i)) + picture.xOf(tile.window().placeOf(i + 1))) / 2;
                    mark(kind, x, band);
                }
            }
        }
    }

    /// A pole with its cloth to the right.
    private void flag(double x, double top, int colour, int rim) {
        double unit = picture.scale();
        upright(x, top - unit, top + 13 * unit, 2 * unit, rim);
        upright(x + 4 * unit, top - unit, top + 8 * unit, 5.5 * unit, rim);
        upright(x, top, top + 12 * unit, 0.9 * unit, colour);
        upright(x + 4 * unit, top, top + 7 * unit, 4.5 * unit, colour);
    }

    private void upright(double x, double top, double bottom, double half, int colour) {
        raster.fill(
                (int) Math.round(x - half), (int) Math.round(top), (int) Math.round(x + half), (int) Math.round(bottom), colour);
    }

    private void mark(MarkKind kind, double x, Band band) {
        double unit = picture.scale();
        int colour = picture.palette().mark(kind);
        int rim = picture.palette().background();
        double top = band.top() + 7 * unit;
        switch (kind) {
            case SNAPSHOT -> {
                raster.diamond(x, top, 6 * unit, rim);
                raster.diamond(x, top, 4.5 * unit, colour);
            }
            case VERIFIED -> {
                raster.diamond(x, top, 6 * unit, rim);
                raster.diamond(x, top, 4.5 * unit, colour);
            }
            case UNVERIFIABLE -> {
                raster.diamond(x, top, 6.5 * unit, rim);
                raster.diamond(x, top, 5.5 * unit, colour);
                raster.diamond(x, top, 3 * unit, rim);
            }
            case DRIFTED -> {
                raster.diamond(x, top, 8.5 * unit, rim);
                raster.diamond(x, top, 7.5 * unit, colour);
                raster.diamond(x, top, 4.6 * unit, rim);
                raster.diamond(x, top, 3 * unit, colour);
            }
            case PROBLEM -> {
                raster.triangle(x, band.top() + unit, 11 * unit, rim);
                raster.triangle(x, band.top() + 2 * unit, 8 * unit, colour);
            }
            case BOOKMARK -> {
                raster.disc(x, top, 4.6 * unit, rim);
                raster.disc(x, top, 3.4 * unit, colour);
            }
            case FINDING -> flag(x, band.top() + unit, colour, rim);
            case INVALID -> {
                raster.disc(x, top, 7.5 * unit, rim);
                raster.disc(x, top, 6.3 * unit, colour);
                upright(x, top - 4 * unit, top + unit, 0.9 * unit, rim);
                upright(x, top + 2.2 * unit, top + 4 * unit, 0.9 * unit, rim);
            }
        }
    }
}
