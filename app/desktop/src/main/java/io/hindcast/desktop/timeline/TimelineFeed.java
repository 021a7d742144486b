package io.hindcast.desktop.timeline;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Prepares data in the background, one preparation at a time; wishes meanwhile become one more. Used from the screen's
/// thread only.
final class TimelineFeed {
    private final Supplier<TimelineBuilder.Wish> wishes;
    private final Executor background;
    private final Executor screen;
    private final Consumer<TimelineData> arrived;
    private @Nullable TimelineData data;
    private boolean building;
    private boolean again;

    /// @param wishes what is wished for now
    /// @param screen runs on the screen's thread, later
    /// @param arrived told on the screen's thread before the data is replaced
    TimelineFeed(
            Supplier<TimelineBuilder.Wish> wishes,
            Executor background,
            Executor screen,
            Consumer<TimelineData> arrived) {
        this.wishes = wishes;
        this.background = background;
        this.screen = screen;
        this.arrived = arrived;
    }

    @Nullable TimelineData data() {
        return data;
    }

    void replace(@Nullable TimelineData by) {
        data = by;
    }

    void refresh() {
        if (building) {
            again = true;
            return;
        }
        building = true;
        TimelineBuilder.Wish wish = wishes.get();
        TimelineData before = data;
        background.execute(() -> {
            try {
                TimelineData after = TimelineBuilder.build(wish, before);
                screen.execute(() -> arrive(after));
            } catch (RuntimeException failure) {
                screen.execute(() -> building = false);
                throw failure;
            }
        });
    }

    private void arrive(TimelineData after) {
        building = false;
        arrived.accept(after);
        if (again) {
            again = false;
            refresh();
        }
    }
}
