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
    private final TimelineModel model;

    TimelinePane(Focus focus) {
        var nothing = new HeaderIndex();
        model = new TimelineModel(
                () -> focus.storeProperty().get().map(OpenStore::index).orElse(nothing),
                task -> focus.work().start(task),
                task -> focus.work().show(task));
        new TimelineBridge(focus, model);
        getStyleClass().add("timeline-pane");
        var header = new PaneHeader(
                texts.text("timeline.title"),
                segments(
                        choice("timeline.category", true, () -> model.setGrouping(LaneGrouping.CATEGORY)),
                        choice("timeline.stream", false, () -> model.setGrouping(LaneGrouping.STREAM)),
                        choice("timeline.type", false, () -> model.setGrouping(LaneGrouping.TYPE))),
                segments(
                        choice("timeline.time", true, () -> model.setScale(TimeScale.TIME)),
                        choice("timeline.index", false, () -> model.setScale(TimeScale.INDEX))),
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
                model.scale() == TimeScale.TIME
                        ? Optional.of(new CurveStrip.Sight(
                                model.viewport().from(), model.viewport().span(), TimelineView.labels(view.getWidth())))
                        : Optional.empty());
        model.whenChanged(follow);
        view.widthProperty().subscribe((_, _) -> follow.run());
    }

    private static HBox segments(ToggleButton... buttons) {
        var group = new ToggleGroup();
        group.getToggles().addAll(buttons);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        var box = new HBox(buttons);
        box.getStyleClass().add("segments");
        return box;
    }

    private ToggleButton choice(String key, boolean chosen, Runnable what) {
        var button = new ToggleButton(texts.text(key));
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.text(key));
        button.setSelected(chosen);
        button.setOnAction(_ -> what.run());
        return button;
    }

    TimelineModel model() {
        return model;
    }
}
