package io.hindcast.desktop.timeline;

import io.hindcast.desktop.paint.Raster;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TimelineTile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Paints the lane of the focused stream: bars while its events are a crowd, single dots when there is room, and room
/// above the dots for cards.
final class FocusPainter {
    private static final double CROWD = 7; // fewer logical pixels an event than this: bars
    private static final double TOGETHER = 8; // closer dots become one
    private final Raster raster;
    private final Picture picture;
    private final LanePainter lanes;

    FocusPainter(Raster raster, Picture picture) {
        this.raster = raster;
        this.picture = picture;
        this.lanes = new LanePainter(raster, picture);
    }

    /// @return the dots from left to right; none while bars are painted
    List<Cluster> paint(HeaderIndex index, FocusTrack track) {
        int bottom = picture.px(picture.layout().focusHeight());
        TileWindow window = picture.window();
        TimelineTile tile =
                track.pyramid().tiles(window, 0, 1).tiles().getFirst();
        lanes.grid(bottom);
        if (tile.total() > picture.layout().plotWidth() / CROWD) {
            var band = new LanePainter.Band(0, bottom - picture.px(1));
            lanes.bars(tile, band, tile.highest());
            lanes.marks(tile, band);
            return List.of();
        }
        List<Cluster> clusters = clusters(index, track.pyramid(), window);
        dots(clusters);
        double baseline = picture.layout().baseline();
        lanes.marks(tile, new LanePainter.Band(picture.px(baseline - 24), picture.px(baseline)));
        return clusters;
    }

    private List<Cluster> clusters(HeaderIndex index, TimelinePyramid pyramid, TileWindow window) {
        TimeScale scale = pyramid.scale();
        int[] events = pyramid.eventsIn(0, window.from(), window.to(), Integer.MAX_VALUE);
        int[] ordered = IntStream.of(events)
                .boxed()
                .sorted((one, other) -> Long.compare(scale.placeOf(index, one), scale.placeOf(index, other)))
                .mapToInt(Integer::intValue)
                .toArray();
        var clusters = new ArrayList<Cluster>();
        double together = TOGETHER * picture.scale();
        for (int i = 0; i < ordered.length; ) {
            double x = x(index, scale, ordered[i]);
            int next = i + 1;
            while (next < ordered.length && x(index, scale, ordered[next]) - x < together) {
                next++;
            }
            double last = x(index, scale, ordered[next - 1]);
            clusters.add(new Cluster(
                    (x + last) / 2, ordered[i], next - i, pyramid.slots().slotOf(index.type(ordered[i]))));
            i = next;
        }
        return clusters;
    }

    private double x(HeaderIndex index, TimeScale scale, int event) {
        return picture.xOf(scale.placeOf(index, event) + Picture.middle(scale));
    }

    private void dots(List<Cluster> clusters) {
        double y = picture.px(picture.layout().baseline());
        if (!clusters.isEmpty()) {
            int line = Math.max(1, picture.px(1));
            raster.shade(0, (int) y, raster.width(), (int) y + line, picture.palette().strongGrid());
        }
        for (Cluster cluster : clusters) {
            double radius = (cluster.count() > 1 ? 6 : 5) * picture.scale();
            raster.disc(cluster.x(), y, radius + 1.5 * picture.scale(), picture.palette().background());
            raster.disc(cluster.x(), y, radius, picture.palette().type(cluster.slot()));
            if (cluster.count() > 1) {
                raster.disc(cluster.x(), y, radius / 2, picture.palette().background());
            }
        }
    }
}
