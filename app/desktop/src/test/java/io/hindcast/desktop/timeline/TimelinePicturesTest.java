package io.hindcast.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Screen;
import io.hindcast.desktop.picture.PictureFile;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Mark;
import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.engine.timeline.TimeScale;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Renders the timeline in both themes; the pictures lie in `target/pictures` to be looked at.
class TimelinePicturesTest {
    private static final HeaderIndex BANK = Histories.bank(42, 100_000);
    private static final HeaderIndex OFFICE = Histories.office(42, 40_000);
    private static final Path FOLDER =
            Path.of(System.getProperty("hindcast.root", "."), "app/desktop/target/pictures");

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void the_timeline_is_drawn_at_every_zoom(String theme) throws Exception {
        picture(theme, "all", 960, 560, _ -> {});
        picture(theme, "empty-focus", 960, 400, TimelineModel::clearFocus);
        picture(theme, "month", 960, 560, model -> model.show(at("2025-09-28T00:00:00Z"), at("2025-11-09T00:00:00Z")));
        picture(theme, "day", 960, 560, model -> model.show(at("2025-10-25T20:00:00Z"), at("2025-10-27T08:00:00Z")));
        picture(theme, "hour", 960, 560, model -> model.show(at("2025-10-15T18:00:00Z"), at("2025-10-16T01:30:00Z")));
        picture(theme, "index", 960, 560, model -> {
            model.setAxis(Axis.INDEX);
            model.show(50_000, 50_400);
        });
        picture(theme, "small", 700, 240, _ -> {});
        picture(theme, "streams", 960, 560, model -> model.setGrouping(LaneGrouping.STREAM));
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void the_timeline_is_drawn_on_every_axis(String theme) throws Exception {
        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
            String name = "axis-" + axis.name().toLowerCase(Locale.ROOT);
            picture(theme, OFFICE, name, 960, 560, model -> model.setAxis(axis));
            picture(theme, OFFICE, name + "-weeks", 960, 560, model -> {
                model.setAxis(axis);
                model.show(at("2025-02-03T00:00:00Z"), at("2025-02-24T00:00:00Z"));
            });
            picture(theme, OFFICE, name + "-summer", 700, 300, model -> {
                model.setAxis(axis);
                model.show(at("2025-06-26T00:00:00Z"), at("2025-09-04T00:00:00Z"));
            });
        }
    }

    private static void picture(String theme, String name, int width, int height, Consumer<TimelineModel> change)
            throws Exception {
        picture(theme, BANK, name, width, height, change);
    }

    private static void picture(
            String theme, HeaderIndex index, String name, int width, int height, Consumer<TimelineModel> change)
            throws Exception {
        WritableImage image = Screen.on(() -> {
            Screen.theme("/atlantafx/base/theme/primer-%s.css".formatted(theme));
            TimelineModel model = model(index);
            model.fit();
            change.accept(model);
            var view = new TimelineView(model);
            var scene = new Scene(new StackPane(view), width, height);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            if (name.equals("month") || name.equals("all")) {
                new TimelineGestures(view, model).hoverAt(300, 150);
            } else if (name.startsWith("axis")) {
                hoverOverABreak(view, model);
            }
            return view.snapshot(null, null);
        });
        PictureFile.write(image, FOLDER.resolve("timeline-%s-%s.png".formatted(name, theme)));

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(colours(image)).isGreaterThan(8);
    }

    private static void hoverOverABreak(TimelineView view, TimelineModel model) {
        var time = (TimeScale.OfTime) model.scale();
        Viewport shown = model.viewport();
        List<Break> breaks = time.breaksWithin((long) shown.from(), (long) shown.to());
        if (!breaks.isEmpty()) {
            Break middle = breaks.get(breaks.size() / 2);
            double x = shown.xOf(middle.at() + middle.width() / 2, view.timelineLayout().plotWidth());
            new TimelineGestures(view, model).hoverAt(x, 150);
        }
    }

    private static TimelineModel model(HeaderIndex index) {
        var model = new TimelineModel(() -> index, Runnable::run, Runnable::run);
        model.setZone(ZoneId.of("Europe/Zurich"));
        int stream = index.streamNamed("account-0003").orElseThrow();
        int[] events = index.eventsOf(stream);
        var marks = new ArrayList<Mark>();
        for (int i = 50; i < events.length; i += 50) {
            marks.add(new Mark(MarkKind.SNAPSHOT, events[i]));
        }
        marks.add(new Mark(MarkKind.PROBLEM, index.size() * 31 / 100));
        marks.add(new Mark(MarkKind.FINDING, index.size() * 52 / 100));
        marks.add(new Mark(MarkKind.BOOKMARK, index.size() * 75 / 100));
        model.setMarks(List.copyOf(marks));
        int near = 0;
        while (index.micros(events[near]) < Places.micros(at("2025-10-15T10:00:00Z"))) {
            near++;
        }
        model.setFocus(stream, events[near]);
        return model;
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static long colours(WritableImage image) {
        var seen = new java.util.HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }
}
