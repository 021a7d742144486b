package io.hindcast.desktop.events;

import java.util.Collection;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Makes the columns as wide as what they say. Times are never cut; where there is no room for all, the actor goes
/// first and then the changed fields.
final class ColumnFit {
    private static final Font WORDS = Font.font("Roboto", 13);
    private static final Font DIGITS = Font.font("JetBrains Mono", 11.5);
    private static final double PADDING = 22;
    private static final double DOT = 15;
    private static final double LONGEST_WORDS = 190;
    private static final double ROOM_FOR_CHANGES = 84;
    private static final double FIXED = 30 + 16; // trouble and the scroll bar
    private final TableView<EventRow> table;
    private final TableColumn<EventRow, EventRow> marks;
    private final TableColumn<EventRow, EventRow> time;
    private final TableColumn<EventRow, EventRow> type;
    private final TableColumn<EventRow, EventRow> actor;
    private final TableColumn<EventRow, EventRow> changes;
    private double versionWidth = 62;
    private double timeWidth = 120;
    private double typeWidth = 80;
    private double actorWidth = 70;

    ColumnFit(
            TableView<EventRow> table,
            TableColumn<EventRow, EventRow> marks,
            TableColumn<EventRow, EventRow> time,
            TableColumn<EventRow, EventRow> type,
            TableColumn<EventRow, EventRow> actor,
            TableColumn<EventRow, EventRow> changes) {
        this.table = table;
        this.marks = marks;
        this.time = time;
        this.type = type;
        this.actor = actor;
        this.changes = changes;
        table.widthProperty().subscribe((_, _) -> fit());
    }

    /// Whether the column of marks takes room.
    void marks(boolean any) {
        if (marks.isVisible() != any) {
            marks.setVisible(any);
            fit();
        }
    }

    /// @param width of the column of versions, in pixels
    void versions(double width) {
        versionWidth = width;
        fit();
    }

    /// @param longest the longest time that is shown, and the words over the column
    void times(String longest, String head) {
        timeWidth = Math.max(width(longest, DIGITS), width(head, WORDS)) + PADDING;
        fit();
    }

    void types(Collection<String> names) {
        typeWidth = widest(names) + DOT + PADDING;
        fit();
    }

    /// Actors become known as rows come into sight: the column only grows, so that it does not jump.
    void actors(Collection<String> names) {
        double wanted = widest(names) + PADDING;
        if (wanted > actorWidth) {
            actorWidth = wanted;
            fit();
        }
    }

    private static double widest(Collection<String> names) {
        double widest = names.stream().mapToDouble(it -> width(it, WORDS)).max().orElse(50);
        return Math.clamp(widest, 50, LONGEST_WORDS);
    }

    private static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    private void fit() {
        double room = table.getWidth() - FIXED - versionWidth - timeWidth - (marks.isVisible() ? EventCells.MARKS : 0);
        set(time, timeWidth);
        set(type, Math.clamp(room, 60, typeWidth));
        set(actor, actorWidth);
        changes.setVisible(room > typeWidth + ROOM_FOR_CHANGES);
        actor.setVisible(room > typeWidth + actorWidth + ROOM_FOR_CHANGES);
    }

    private static void set(TableColumn<EventRow, EventRow> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
    }
}
