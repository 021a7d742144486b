package io.hindcast.desktop.detail;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.theme.TypeChip;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.Position;
import java.time.ZoneOffset;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The header of an event as names and values in two columns.
final class HeaderGrid extends GridPane {
    private final Focus focus;
    private final Texts texts;
    private int cell;

    HeaderGrid(Focus focus, Texts texts) {
        super(10, 3);
        this.focus = focus;
        this.texts = texts;
        getStyleClass().add("event-header");
        for (int column = 0; column < 4; column++) {
            var constraints = new ColumnConstraints();
            constraints.setHgrow(column % 2 == 1 ? Priority.ALWAYS : Priority.NEVER);
            if (column % 2 == 1) {
                constraints.setPrefWidth(120);
                constraints.setMinWidth(40);
            }
            getColumnConstraints().add(constraints);
        }
    }

    void show(EventDetail detail) {
        getChildren().clear();
        cell = 0;
        Event event = detail.event();
        var chip = new TypeChip();
        chip.show(event.type(), focus.typeColours().slotOf(event.type()));
        whole("detail.type", chip);
        times(event);
        add("detail.version", event.version().isPresent() ? Long.toString(event.version().getAsLong()) : "—");
        add("detail.position", event.position().map(Position::toString).orElse("—"));
        add("detail.id", detail.id().orElse("—"));
        for (EventField field : EventField.values()) {
            String value = detail.common().get(field);
            if (value != null) {
                add("detail.field." + field.name(), value);
            }
        }
        if (cell % 2 == 1) {
            setColumnSpan(getChildren().getLast(), 3); // nothing stands beside it
        }
    }

    /// The time in the zone that is shown, and in UTC where that is another.
    private void times(Event event) {
        String here = new TimeText(focus.zoneProperty().get(), texts.locale()).exact(event.recordedAt());
        String world = new TimeText(ZoneOffset.UTC, texts.locale()).exact(event.recordedAt());
        whole("detail.recorded", value(here));
        if (!here.equals(world)) {
            whole("detail.utc", value(world));
        }
    }

    private void add(String key, String value) {
        add(key, value(value));
    }

    private void add(String key, Node value) {
        int row = cell / 2;
        int column = cell % 2 * 2;
        add(name(key), column, row);
        add(value, column + 1, row);
        cell++;
    }

    /// A value that takes a line of its own.
    private void whole(String key, Node value) {
        cell += cell % 2;
        add(name(key), 0, cell / 2);
        add(value, 1, cell / 2, 3, 1);
        cell += 2;
    }

    private Label name(String key) {
        var name = new Label(texts.text(key));
        name.getStyleClass().add("hc-muted");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private static Label value(String text) {
        var value = new Label(text);
        value.getStyleClass().add("hc-mono");
        value.setMinWidth(0);
        value.setTooltip(new Tooltip(text));
        return value;
    }
}
