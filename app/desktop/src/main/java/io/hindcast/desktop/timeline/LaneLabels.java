package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Lanes;
import java.text.NumberFormat;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Names and counts of the lanes, beside the plot; stays while the plot moves.
final class LaneLabels extends Pane {
    private static final double LEFT = 14;
    private static final double RIGHT = 12;
    private static final double ROOM_FOR_NOTE = 30;
    private final TextPool names = new TextPool(this, "lane-name");
    private final TextPool counts = new TextPool(this, "lane-count");
    private final TextPool notes = new TextPool(this, "lane-note");
    private final Region focusBand = new Region();
    private final Region focusTint = new Region();
    private final Region accent = new Region();
    private final Label focusName = new Label();
    private final Label focusDetail = new Label();
    private final Rectangle clip = new Rectangle();
    private final Words words;
    private final UnaryOperator<String> called;

    /// @param called how streams are called
    LaneLabels(Words words, UnaryOperator<String> called) {
        this.words = words;
        this.called = called;
        getStyleClass().add("timeline-labels");
        setManaged(false);
        setClip(clip);
        accent.getStyleClass().add("lane-accent");
        focusBand.getStyleClass().add("focus-band");
        focusTint.getStyleClass().add("focus-tint");
        focusName.getStyleClass().add("focus-name");
        focusDetail.getStyleClass().add("lane-count");
        for (Region each : new Region[] {accent, focusBand, focusTint, focusName, focusDetail}) {
            each.setManaged(false);
            each.setMouseTransparent(true);
        }
        focusName.setMouseTransparent(false);
        getChildren().addAll(accent, focusBand, focusTint, focusName, focusDetail);
    }

    void show(TimelineData data, TimelineLayout layout) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        names.begin();
        counts.begin();
        notes.begin();
        int focused = data.focus()
                .map(track -> data.pyramid().lanes().laneOf(track.events().length == 0 ? 0 : track.events()[0]))
                .orElse(TimelineLayout.NO_LANE);
        accent.setVisible(false);
        for (int lane = layout.firstLane(); lane < layout.lastLane(); lane++) {
            lane(data, layout, lane, lane == focused);
        }
        names.end();
        counts.end();
        notes.end();
        focus(data, layout);
    }

    private void lane(TimelineData data, TimelineLayout layout, int lane, boolean focused) {
        double top = layout.top(lane);
        double height = layout.laneHeight();
        long placeless = data.pyramid().placeless(lane);
        boolean noted = placeless > 0 && height >= ROOM_FOR_NOTE;
        boolean shown = top >= layout.focusHeight() - height / 2;
        Label count = counts.next(number(data.pyramid().count(lane)));
        count.setVisible(shown);
        TextPool.place(count, 0, 0, -1);
        count.relocate(Math.rint(getWidth() - RIGHT - count.getWidth()), middle(top, height, count));
        Label name = names.next(name(data, lane));
        name.setMouseTransparent(false); // a name that is cut off can be pointed at
        name.setVisible(shown);
        TextPool.place(name, 0, 0, Math.max(20, getWidth() - LEFT - RIGHT - count.getWidth() - 8));
        name.relocate(LEFT, noted ? top + 2 : middle(top, height, name));
        if (noted) {
            Label note = notes.next(words.text("timeline.lane.placeless", placeless));
            note.setVisible(shown);
            TextPool.place(note, LEFT, top + height / 2 + 1, -1);
        }
        if (focused) {
            accent.setVisible(shown);
            accent.resizeRelocate(0, top, 3, height - 1);
        }
    }

    private static double middle(double top, double height, Label label) {
        return Math.rint(top + (height - label.getHeight()) / 2);
    }

    private String name(TimelineData data, int lane) {
        Lanes lanes = data.pyramid().lanes();
        if (lane == lanes.others()) {
            return words.text("timeline.lane.others", lanes.othersCount());
        }
        String label = lanes.label(lane);
        boolean unnamed = label.isEmpty() && data.grouping() == LaneGrouping.CATEGORY;
        return unnamed
                ? words.text("timeline.lane.none")
                : data.grouping() == LaneGrouping.STREAM ? called.apply(label) : label;
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(words.locale()).format(count);
    }

    private void focus(TimelineData data, TimelineLayout layout) {
        boolean there = layout.hasFocus() && data.focus().isPresent();
        for (Region each : new Region[] {focusBand, focusTint, focusName, focusDetail}) {
            each.setVisible(there);
            each.toFront();
        }
        if (there) {
            FocusTrack track = data.focus().orElseThrow();
            focusBand.resizeRelocate(0, 0, getWidth(), layout.focusHeight());
            focusTint.resizeRelocate(3, 0, getWidth() - 3, layout.focusHeight());
            focusName.setText(called.apply(data.index().streamEntry(track.stream()).name()));
            focusDetail.setText(detail(track));
            TextPool.place(focusName, LEFT, layout.focusHeight() / 2 - 20, getWidth() - LEFT - RIGHT);
            TextPool.place(focusDetail, LEFT, layout.focusHeight() / 2 + 2, getWidth() - LEFT - RIGHT);
        }
    }

    private String detail(FocusTrack track) {
        String events = words.text("timeline.lane.events", track.events().length);
        long placeless = track.pyramid().placeless(0);
        return placeless == 0 ? events : events + "  " + words.text("timeline.lane.placeless", placeless);
    }
}
