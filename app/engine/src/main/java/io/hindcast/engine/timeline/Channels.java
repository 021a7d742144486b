package io.hindcast.engine.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The buckets of each lane and colour, the finest of all of them on one level; and how many events of each lane have no
/// place. Not safe for use by several threads; works with several itself.
final class Channels {
    private static final int NO_LEVEL = -1;

    private final @Nullable Levels[] levels;
    private final long[] placeless;
    private int finest = NO_LEVEL;

    Channels(int lanes) {
        this.levels = new @Nullable Levels[lanes * TypeSlots.COUNT];
        this.placeless = new long[lanes];
    }

    int size() {
        return levels.length;
    }

    /// Whether nothing can be counted yet, because there is no level.
    boolean isUnborn() {
        return finest == NO_LEVEL;
    }

    void begin(int level) {
        finest = level;
    }

    /// The level of the finest buckets.
    int finest() {
        return finest;
    }

    long placeless(int lane) {
        return placeless[lane];
    }

    /// Events of a lane, those without a place included.
    long count(int lane) {
        return placeless[lane] + of(lane).mapToLong(Levels::total).sum();
    }

    private Stream<Levels> of(int lane) {
        return IntStream.range(lane * TypeSlots.COUNT, (lane + 1) * TypeSlots.COUNT)
                .mapToObj(channel -> levels[channel])
                .filter(Objects::nonNull);
    }

    /// Adds what was counted apart, on the finest level.
    void add(List<Cut> cuts) {
        IntStream.range(0, levels.length).parallel().forEach(channel -> add(channel, cuts));
        for (Cut cut : cuts) {
            for (int lane = 0; lane < placeless.length; lane++) {
                placeless[lane] += cut.placeless[lane];
            }
        }
    }

    private void add(int channel, List<Cut> cuts) {
        List<Buckets> more = cuts.stream().map(cut -> cut.channels[channel]).filter(Objects::nonNull).toList();
        if (!more.isEmpty()) {
            Levels mine = levels[channel];
            if (mine == null) {
                mine = new Levels();
                levels[channel] = mine;
            }
            mine.add(more, cuts.stream().mapToLong(cut -> cut.counts[channel]).sum());
        }
    }

    /// Drops finest levels until what is left has no more than so many buckets on the finest.
    void fit(long most) {
        while (buckets() > most) {
            Stream.of(levels).parallel().filter(Objects::nonNull).forEach(Levels::coarsen);
            finest++;
        }
    }

    private long buckets() {
        return Stream.of(levels).filter(Objects::nonNull).mapToLong(Levels::pages).sum() * Buckets.PAGE;
    }

    /// Counts a tile whose window is on the finest level or above.
    ///
    /// @return how many buckets were looked at
    long addTo(TimelineTile tile) {
        TileWindow window = tile.window();
        var range = new Buckets.Range(window.first(), window.first() + window.length());
        long looked = 0;
        for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
            Levels channel = levels[tile.lane() * TypeSlots.COUNT + slot];
            if (channel != null) {
                var target = new Buckets.Target(tile.events(), slot, TypeSlots.COUNT);
                looked += channel.addTo(window.level() - finest, range, target);
            }
        }
        tile.sumUp();
        return looked;
    }
}
