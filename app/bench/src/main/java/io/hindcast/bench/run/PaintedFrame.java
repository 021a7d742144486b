package io.hindcast.bench.run;

import io.hindcast.engine.timeline.Extent;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TimelineTile;
import java.util.List;

/// The middle of a timeline, painted plainly: a column of pixels for each bucket that holds something, in the colour of
/// most of its events.
final class PaintedFrame {
    static final int WIDTH = 1_920;
    static final int HEIGHT = 1_080;

    private static final int PAPER = 0xFFFF_FFFF;
    private static final int INK = 0xFF20_4060;
    private static final int NEXT_INK = 0x0012_0A1E;

    private final TimelinePyramid pyramid;
    private final Extent extent;
    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final int[] row = new int[WIDTH];

    PaintedFrame(TimelinePyramid pyramid) {
        this.pyramid = pyramid;
        this.extent = pyramid.extent();
    }

    /// How many events the tiles of a part of the whole hold.
    long events(int part) {
        return tiles(part).stream().mapToLong(TimelineTile::total).sum();
    }

    /// @return a sum over the colours of all lanes
    long paint(int part) {
        List<TimelineTile> tiles = tiles(part);
        long sum = 0;
        for (TimelineTile tile : tiles) {
            sum += colour(tile);
            int bottom = HEIGHT * (tile.lane() + 1) / tiles.size();
            for (int y = HEIGHT * tile.lane() / tiles.size(); y < bottom; y++) {
                System.arraycopy(row, 0, pixels, y * WIDTH, WIDTH);
            }
        }
        return sum;
    }

    private long colour(TimelineTile tile) {
        long length = tile.window().length();
        long sum = 0;
        for (int x = 0; x < WIDTH; x++) {
            int bucket = (int) (length * x / WIDTH);
            row[x] = tile.count(bucket) == 0 ? PAPER : INK + tile.dominant(bucket) * NEXT_INK;
            sum += row[x];
        }
        return sum;
    }

    private List<TimelineTile> tiles(int part) {
        long length = (extent.to() - extent.from() + 1) / part;
        long from = extent.from() + (extent.to() - extent.from() - length) / 2;
        int level = TileWindow.levelFor((double) length / WIDTH);
        var window = TileWindow.covering(level, from, from + length + 1, 1);
        return pyramid.tiles(window, 0, pyramid.lanes().size()).tiles();
    }
}
