package io.hindcast.desktop.shell;

import io.hindcast.desktop.blame.CurveStrip;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.desktop.timeline.TimelineView;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.TimeScale;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The timeline with its tools: what the lanes are, what the axis means, zoom.
final class TimelinePane extends BorderPane {
    private static final double ROOMY = 580;
    private final Texts texts = Texts.of(TimelinePane.class);
    private final Map<LaneGrouping, ToggleButton> lanes = new EnumMap<>(LaneGrouping.class);
    private final AxisBox axis;
    private final TimelineModel model;

    TimelinePane(Focus focus) {
        var nothing = new HeaderIndex();
        model = new TimelineModel(
                () -> focus.storeProperty().get().map(OpenStore::index).orElse(nothing),
                task -> focus.work().start(task),
                task -> focus.work().show(task));
        new TimelineBridge(focus, model);
        for (LaneGrouping grouping : LaneGrouping.values()) {
            lanes.put(grouping, choice("timeline." + name(grouping), () -> model.setGrouping(grouping)));
        }
        axis = new AxisBox(model);
        group(model.grouping());
        getStyleClass().add("timeline-pane");
        var header = new PaneHeader(
                texts.text("timeline.title"),
                segments(lanes.values()),
                axis,
                Icons.button(Feather.ZOOM_OUT, texts.text("timeline.out"), model::zoomOut),
                Icons.button(Feather.ZOOM_IN, texts.text("timeline.in"), model::zoomIn),
                Icons.button(Feather.CROSSHAIR, texts.text("timeline.focus"), model::fitFocus),
                Icons.button(Feather.MAXIMIZE_2, texts.text("timeline.fit"), model::fit));
        header.name().managedProperty().bind(header.widthProperty().greaterThan(ROOMY));
        header.name().visibleProperty().bind(header.name().managedProperty());
        setTop(header);
        var view = new TimelineView(model);
        setCenter(view);
        var curve = new CurveStrip(focus);
        setBottom(curve);
        Runnable follow = () -> curve.follow(
                model.scale() instanceof TimeScale.OfTime time
                        ? Optional.of(new CurveStrip.Sight(
                                time, model.viewport().from(), model.viewport().span(), TimelineView.labels(view.getWidth())))
                        : Optional.empty());
        model.whenChanged(follow);
        view.widthProperty().subscribe((_, _) -> follow.run());
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /// Chooses what the lanes stand for.
    void group(LaneGrouping grouping) {
        Objects.requireNonNull(lanes.get(grouping)).setSelected(true);
        model.setGrouping(grouping);
    }

    /// What the axis means.
    AxisBox axis() {
        return axis;
    }

    private static HBox segments(Collection<ToggleButton> buttons) {
        var group = new ToggleGroup();
        group.getToggles().addAll(buttons);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        var box = new HBox();
        box.getChildren().addAll(buttons);
        box.getStyleClass().add("segments");
        return box;
    }

    private ToggleButton choice(String key, Runnable what) {
        var button = new ToggleButton(texts.text(key));
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.text(key));
        button.setOnAction(_ -> what.run());
        return button;
    }

    TimelineModel model() {
        return model;
    }
}
