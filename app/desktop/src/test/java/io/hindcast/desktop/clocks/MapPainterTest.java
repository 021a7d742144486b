package io.hindcast.desktop.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.engine.clocks.ClockPoints;
import io.hindcast.engine.clocks.ClockScan;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MapPainterTest {
    private static final int BACKGROUND = 0xFF000000;
    private static final int GRID = 0xFFFF0000;
    private static final int POINT = 0xFF00FF00;
    private static final int SIDE = 240;
    private static final MapPainter.Colours COLOURS =
            new MapPainter.Colours(BACKGROUND, GRID, BACKGROUND, POINT, POINT, POINT, 0);

    private static ClockPoints points() {
        OpenStore store = Bank.open();
        return new ClockScan(store.defaultFold(), ZoneOffset.UTC)
                .of(store, "account", Progress.SILENT, new Cancellation());
    }

    private static DayTicks lineAt(long day) {
        return new DayTicks(List.of(new DayTicks.Tick(day, "")));
    }

    @Test
    void lines_lie_behind_the_points_that_they_meet() throws InterruptedException {
        ClockPoints points = points();
        var window = Window.around(points);
        int met = 0;
        for (int point = 0; point < points.size(); point += 7) {
            var grid = new Grid(lineAt((long) Math.floor(points.recordedDay(point))), lineAt(points.effectiveDay(point)));

            MapPainter.Painting painting =
                    MapPainter.paint(new MapPainter.Question(points, window, grid, SIDE, SIDE, 1, COLOURS));

            int line = (int) Math.rint(window.x(Math.floor(points.recordedDay(point)), SIDE));
            for (int y = 0; y < SIDE; y++) {
                if (painting.events()[y * SIDE + line] >= 0) {
                    met++;
                    assertThat(green(painting.pixels()[y * SIDE + line])).as("point %d, y %d", point, y).isGreaterThan(180);
                }
            }
        }
        assertThat(met).isGreaterThan(20);
    }

    @Test
    void lines_go_from_edge_to_edge_where_no_points_are() throws InterruptedException {
        var window = new Window(100, 200, 30, 30);
        var grid = Grid.of(window, SIDE, SIDE, Locale.ENGLISH);

        int[] pixels = MapPainter.paint(new MapPainter.Question(ClockPoints.NONE, window, grid, SIDE, SIDE, 1, COLOURS))
                .pixels();

        assertThat(grid.recorded().ticks()).isNotEmpty();
        for (DayTicks.Tick tick : grid.recorded().ticks()) {
            int x = (int) Math.rint(window.x((double) tick.day(), SIDE));
            for (int y = 0; y < SIDE && x < SIDE; y++) {
                assertThat(pixels[y * SIDE + x]).isEqualTo(GRID);
            }
        }
    }

    private static int green(int argb) {
        return argb >>> 8 & 0xFF;
    }
}
