package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Lanes;
import io.hindcast.engine.timeline.TimelinePyramid;
import java.text.NumberFormat;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Names and counts of the lanes, beside the plot; stays while the plot moves.
final class LaneLabels extends Pane {
    private static final double LEFT = 14;
    private static final double RIGHT = 12;
    private final TextPool names = new TextPool(this, "lane-name");
    private final TextPool counts = new TextPool(this, "lane-count");
    private final Region focusBand = new Region();
    private final Region accent = new Region();
    private final Label focusName = new Label();
    private final Label focusDetail = new Label();
    private final Rectangle clip = new Rectangle();
    private final Words words;

    LaneLabels(Words words) {
        this.words = words;
        getStyleClass().add("timeline-labels");
        setManaged(false);
        setClip(clip);
        accent.getStyleClass().add("lane-accent");
        focusBand.getStyleClass().add("focus-band");
        focusName.getStyleClass().add("focus-name");
        focusDetail.getStyleClass().add("lane-count");
        for (Region each : new Region[] {accent, focusBand, focusName, focusDetail}) {
            each.setManaged(false);
            each.setMouseTransparent(true);
        }
        getChildren().addAll(accent, focusBand, focusName, focusDetail);
    }

    void show(TimelineData data, TimelineLayout layout) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        names.begin();
        counts.begin();
        int focused = data.focus()
                .map(track -> data.pyramid().lanes().laneOf(track.events().length == 0 ? 0 : track.events()[0]))
                .orElse(TimelineLayout.NO_LANE);
        accent.setVisible(false);
        for (int lane = layout.firstLane(); lane < layout.lastLane(); lane++) {
            lane(data, layout, lane, lane == focused);
        }
        names.end();
        counts.end();
        focus(data, layout);
    }

    private void lane(TimelineData data, TimelineLayout layout, int lane, boolean focused) {
        double top = layout.top(lane);
        double height = layout.laneHeight();
        Label count = counts.next(count(data.pyramid(), lane));
        count.setVisible(top >= layout.focusHeight() - height / 2);
        TextPool.place(count, 0, 0, -1);
        count.relocate(Math.round(getWidth() - RIGHT - count.getWidth()), middle(top, height, count));
        Label name = names.next(name(data, lane));
        name.setVisible(count.isVisible());
        double room = getWidth() - LEFT - RIGHT - count.getWidth() - 10;
        TextPool.place(name, LEFT, 0, Math.max(20, room));
        name.relocate(LEFT, middle(top, height, name));
        if (focused) {
            accent.setVisible(count.isVisible());
            accent.resizeRelocate(0, top, 3, height - 1);
        }
    }

    private static double middle(double top, double height, Label label) {
        return Math.round(top + (height - label.getHeight()) / 2);
    }

    private String name(TimelineData data, int lane) {
        Lanes lanes = data.pyramid().lanes();
        if (lane == lanes.others()) {
            return words.text("timeline.lane.others", lanes.othersCount());
        }
        String label = lanes.label(lane);
        boolean unnamed = label.isEmpty() && data.grouping() == LaneGrouping.CATEGORY;
        return unnamed ? words.text("timeline.lane.none") : label;
    }

    private String count(TimelinePyramid pyramid, int lane) {
        String count = NumberFormat.getIntegerInstance(words.locale()).format(pyramid.count(lane));
        long placeless = pyramid.placeless(lane);
        return placeless == 0 ? count : words.text("timeline.lane.placeless", placeless) + "   " + count;
    }

    private void focus(TimelineData data, TimelineLayout layout) {
        boolean there = layout.hasFocus() && data.focus().isPresent();
        for (Region each : new Region[] {focusBand, focusName, focusDetail}) {
            each.setVisible(there);
            each.toFront();
        }
        if (there) {
            FocusTrack track = data.focus().orElseThrow();
            focusBand.resizeRelocate(0, 0, getWidth(), TimelineLayout.FOCUS);
            focusName.setText(data.index().streamEntry(track.stream()).name());
            focusDetail.setText(detail(track));
            TextPool.place(focusName, LEFT, TimelineLayout.FOCUS / 2 - 20, getWidth() - LEFT - RIGHT);
            TextPool.place(focusDetail, LEFT, TimelineLayout.FOCUS / 2 + 2, getWidth() - LEFT - RIGHT);
        }
    }

    private String detail(FocusTrack track) {
        String events = words.text("timeline.lane.events", track.events().length);
        long placeless = track.pyramid().placeless(0);
        return placeless == 0 ? events : events + "  " + words.text("timeline.lane.placeless", placeless);
    }
}
