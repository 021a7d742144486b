package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.Extent;
import io.hindcast.engine.timeline.TimeScale;
import java.time.Instant;

/// Places on the axis and what they mean.
final class Places {
    private static final double EARLIEST = -70_000_000_000_000_000.0; // a little before the year 1
    private static final double LATEST = 260_000_000_000_000_000.0; // a little after the year 9999
    private static final long MINUTE = 60_000_000L;

    private Places() {}

    static boolean isOfTime(TimeScale scale) {
        return scale instanceof TimeScale.OfTime;
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000), instant.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /// A window around all events of an extent, with some air; a lone place gets a minute or a few events of room.
    static Viewport around(Extent extent, double margin, TimeScale scale) {
        double from = (double) extent.from();
        double to = (double) extent.to();
        double least = isOfTime(scale) ? MINUTE : 10;
        double length = Math.max(least, to - from);
        double span = length * (1 + 2 * margin);
        return new Viewport((from + to - span) / 2, span);
    }

    /// Keeps the window where clocks can be.
    static Viewport within(Viewport viewport, TimeScale scale) {
        double low = isOfTime(scale) ? EARLIEST : -1e10;
        double high = isOfTime(scale) ? LATEST : 1e10;
        double span = Math.min(viewport.span(), high - low);
        return new Viewport(Math.clamp(viewport.from(), low, high - span), span);
    }
}
