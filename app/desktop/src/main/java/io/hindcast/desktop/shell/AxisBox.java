package io.hindcast.desktop.shell;

import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.engine.timeline.Axis;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.StringConverter;

/// Chooses what the axis of the timeline means.
final class AxisBox extends ComboBox<Axis> {
    private static final List<Axis> ORDER = List.of(Axis.TIME, Axis.IDLE, Axis.DAYS, Axis.HOURS, Axis.INDEX);
    private static final double NARROWEST = 64; // narrower windows cut the name off; the tooltip has it
    private final Texts texts = Texts.of(AxisBox.class);

    AxisBox(TimelineModel model) {
        setId("timeline-axis-choice");
        getStyleClass().add("axis-choice");
        getItems().setAll(ORDER);
        setConverter(new Names());
        setMinWidth(NARROWEST);
        setAccessibleText(texts.text("timeline.axis"));
        skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().setAccessibleText(texts.text("timeline.axis"));
            }
        });
        setValue(model.axis());
        var tip = new Tooltip();
        setTooltip(tip);
        valueProperty().subscribe(chosen -> {
            tip.setText(name(chosen) + "\n" + texts.text("timeline.axis.tip"));
            model.setAxis(chosen);
        });
    }

    private String name(Axis axis) {
        return texts.text("timeline." + axis.name().toLowerCase(Locale.ROOT));
    }

    void choose(Axis axis) {
        setValue(axis);
    }

    /// The one below, and after the last the first.
    void next() {
        setValue(ORDER.get((ORDER.indexOf(getValue()) + 1) % ORDER.size()));
    }

    private final class Names extends StringConverter<Axis> {
        @Override
        public String toString(Axis axis) {
            return name(axis);
        }

        @Override
        public Axis fromString(String name) {
            return ORDER.stream().filter(it -> toString(it).equals(name)).findFirst().orElse(Axis.TIME);
        }
    }
}
