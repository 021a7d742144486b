package io.hindcast.desktop.clocks;

import io.hindcast.desktop.paint.Raster;
import io.hindcast.engine.clocks.ClockPoints;
import java.util.Arrays;

/// Paints events as points between two clocks. Costs one look at each event and then pixels: where many events share a
/// pixel they are painted once, the stronger the more there are.
final class MapPainter {
    private static final int FEW = 4_000;
    private static final int NONE = -1;

    /// @param diagonal the line of the events that were recorded on the day on which they hold
    /// @param onDay those events
    /// @param late events recorded after the day on which they hold
    /// @param early events recorded before
    record Colours(int background, int grid, int diagonal, int onDay, int late, int early, int beyond) {}

    /// @param window what is on screen
    /// @param grid days with a line, behind everything else
    /// @param scale device pixels for a logical one
    record Question(
            ClockPoints points, Window window, Grid grid, int width, int height, double scale, Colours colours) {}

    /// @param pixels row by row
    /// @param events the last event at each pixel, -1 where none is
    /// @param inSight how many events lie within the window
    @SuppressWarnings("ArrayRecordComponent") // made once, handed over, never written again
    record Painting(Question question, int[] pixels, int[] events, int inSight) {}

    private final Question question;
    private final Raster raster;
    private final int[] events;
    private final int[] counts;

    private MapPainter(Question question) {
        this.question = question;
        this.raster = new Raster(question.width(), question.height());
        this.events = new int[question.width() * question.height()];
        this.counts = new int[question.width() * question.height()];
        Arrays.fill(events, NONE);
    }

    /// Not for the screen's thread.
    static Painting paint(Question question) throws InterruptedException {
        return new MapPainter(question).paint();
    }

    private Painting paint() throws InterruptedException {
        Colours colours = question.colours();
        raster.fill(0, 0, raster.width(), raster.height(), colours.background());
        grid();
        diagonal();
        int inSight = count();
        boolean few = inSight <= FEW;
        double radius = (few ? 3.2 : 1.6) * question.scale();
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                int at = y * raster.width() + x;
                if (counts[at] > 0) {
                    dot(x, y, events[at], few ? 1 : 0.45 + 0.55 * Math.log1p(counts[at]) / Math.log1p(most), radius);
                }
            }
        }
        return new Painting(question, raster.pixels(), events, inSight);
    }

    private void dot(int x, int y, int event, double strength, double radius) {
        int late = question.points().daysLate(event);
        Colours colours = question.colours();
        int colour = late == 0 ? colours.onDay() : late > 0 ? colours.late() : colours.early();
        int alpha = (int) Math.round(strength * 220);
        int shaded = (colour & 0xFFFFFF) | alpha << 24;
        if (late > 0) {
            raster.disc(x + 0.5, y + 0.5, radius, shaded);
        } else if (late < 0) {
            raster.diamond(x + 0.5, y + 0.5, radius * 1.2, shaded);
        } else {
            raster.disc(x + 0.5, y + 0.5, radius * 0.8, shaded);
        }
    }

    private int count() throws InterruptedException {
        ClockPoints points = question.points();
        Window window = question.window();
        int inSight = 0;
        for (int i = 0; i < points.size(); i++) {
            int x = (int) Math.floor(window.x(points.recordedDay(i), raster.width()));
            int y = (int) Math.floor(window.y(points.effectiveDay(i) + 0.5, raster.height()));
            if (x >= 0 && x < raster.width() && y >= 0 && y < raster.height()) {
                int at = y * raster.width() + x;
                counts[at]++;
                if (events[at] == NONE || points.daysLate(events[at]) == 0) {
                    events[at] = i;
                }
                inSight++;
            }
            if ((i & 0xFFFF) == 0 && Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return inSight;
    }

    private void grid() {
        Window window = question.window();
        int thick = thickness();
        for (DayTicks.Tick tick : question.grid().recorded().ticks()) {
            int x = (int) Math.rint(window.x((double) tick.day(), raster.width()));
            raster.shade(x, 0, x + thick, raster.height(), question.colours().grid());
        }
        for (DayTicks.Tick tick : question.grid().effective().ticks()) {
            int y = (int) Math.rint(window.y((double) tick.day(), raster.height()));
            raster.shade(0, y, raster.width(), y + thick, question.colours().grid());
        }
    }

    private int thickness() {
        return Math.max(1, (int) Math.round(question.scale()));
    }

    /// A day is as wide as it is high: stairs when one is near, a line from afar. Above it nothing has happened yet.
    private void diagonal() {
        Window window = question.window();
        int thick = thickness();
        for (int x = 0; x < raster.width(); x++) {
            double day = Math.floor(window.dayAtX(x + 0.5, raster.width()));
            int top = (int) Math.round(window.y(day + 1, raster.height()));
            int bottom = (int) Math.round(window.y(day, raster.height()));
            raster.shade(x, 0, x + 1, Math.min(raster.height(), top), question.colours().beyond());
            raster.shade(x, top, x + 1, Math.max(bottom, top + thick), question.colours().diagonal());
        }
    }
}
