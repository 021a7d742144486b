package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.Extent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/// The words over the ticks: larger units above, staying at the left edge while their ticks scroll, and fine ones below.
final class AxisStrip extends Pane {
    private static final double COARSE_TOP = 3;
    private static final double FINE_TOP = 20;
    private static final double AIR = 8;
    private final TextPool coarse = new TextPool(this, "coarse");
    private final TextPool fine = new TextPool(this, "fine");
    private final Button before = new Button();
    private final Button after = new Button();
    private final Words words;

    AxisStrip(TimelineModel model, Words words) {
        this.words = words;
        getStyleClass().add("timeline-axis");
        setManaged(false);
        before.setOnAction(_ -> model.jumpBefore());
        after.setOnAction(_ -> model.jumpAfter());
        for (Button button : List.of(before, after)) {
            button.getStyleClass().setAll("button", "outside");
            button.setManaged(false);
            button.setFocusTraversable(false);
            button.setTooltip(new Tooltip());
        }
        getChildren().addAll(before, after);
    }

    /// Without events there is no time to show.
    void showNothing() {
        outside(Extent.EMPTY);
        for (TextPool words : List.of(fine, coarse)) {
            words.begin();
            words.end();
        }
    }

    void show(Ticks ticks, Viewport viewport, Extent extent) {
        double right = outside(extent);
        fine.begin();
        double free = 0;
        for (Tick tick : ticks.fine()) {
            double x = viewport.xOf(tick.place(), getWidth());
            Label label = fine.next(tick.label());
            TextPool.place(label, x + 4, FINE_TOP, -1);
            label.setVisible(x >= free && x + 4 + label.getWidth() < getWidth());
            free = label.isVisible() ? x + 4 + label.getWidth() + AIR : free;
        }
        fine.end();
        coarse(ticks.coarse(), viewport, right);
    }

    /// From right to left, so that the one at the left edge gives way to the next.
    private void coarse(List<Tick> ticks, Viewport viewport, double right) {
        coarse.begin();
        double limit = right;
        for (Tick tick : ticks.reversed()) {
            double x = Math.max(0, viewport.xOf(tick.place(), getWidth()));
            Label label = coarse.next(tick.label());
            TextPool.place(label, x + 4, COARSE_TOP, -1);
            label.setVisible(x + 4 + label.getWidth() <= limit);
            limit = label.isVisible() ? x - AIR / 2 : limit;
        }
        coarse.end();
    }

    /// @return where the words must end
    private double outside(Extent extent) {
        before.setVisible(extent.before() > 0);
        after.setVisible(extent.after() > 0);
        double right = getWidth();
        if (after.isVisible()) {
            name(after, "timeline.after", extent.after());
            right -= after.getWidth() + 4;
            after.relocate(right, 1);
        }
        if (before.isVisible()) {
            name(before, "timeline.before", extent.before());
            right -= before.getWidth() + 4;
            before.relocate(right, 1);
        }
        return right;
    }

    private void name(Button button, String key, long count) {
        button.setText(words.text(key, count));
        button.getTooltip().setText(words.text(key + ".tip", count));
        button.setAccessibleText(button.getTooltip().getText());
        button.applyCss();
        button.autosize();
    }

    /// The zone's short name at an instant, for the corner beside the axis.
    static String zoneName(ZoneId zone, Instant at) {
        String shortName = Ticks.abbreviation(at.atZone(zone));
        return zone.getId().equals(shortName) ? shortName : zone.getId() + " · " + shortName;
    }
}
