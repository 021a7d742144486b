package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Words beside the dots of the focused stream: the type on a card where there is room, a count where dots fell
/// together, and a ring around the event that is looked at.
final class Cards extends Pane {
    private static final double WIDE = 116;
    private static final double NEAR = 6;
    private static final int MOST = 40;
    private final TextPool cards = new TextPool(this, "event-card");
    private final TextPool counts = new TextPool(this, "event-count");
    private final Region ring = new Region();
    private final Rectangle clip = new Rectangle();
    private double baseline;

    Cards() {
        getStyleClass().add("timeline-cards");
        setManaged(false);
        setMouseTransparent(true);
        setClip(clip);
        ring.getStyleClass().add("ring");
        ring.setManaged(false);
        getChildren().add(ring);
    }

    /// Where the dots stand.
    void setBaseline(double y) {
        baseline = y;
    }

    /// @param head where the playhead stands on an event, in logical pixels
    /// @param scale device pixels a logical pixel
    void show(HeaderIndex index, List<Cluster> clusters, OptionalDouble head, ZoneId zone, double scale) {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        cards.begin();
        counts.begin();
        ring.setVisible(false);
        boolean roomy = clusters.size() * WIDE < getWidth() * 1.6;
        double free = 0;
        double counted = 0;
        int shown = 0;
        for (Cluster cluster : clusters) {
            double x = cluster.x() / scale;
            if (roomy && shown < MOST && x - 2 >= free && x < getWidth() - WIDE / 2) {
                free = card(index, cluster, zone, x);
                shown++;
            }
            if (cluster.count() > 1) {
                counted = count(cluster, x, counted);
            }
            if (head.isPresent() && Math.abs(head.getAsDouble() - x) <= NEAR) {
                ring(x);
            }
        }
        cards.end();
        counts.end();
    }

    /// A count under its dot, where there is room for it.
    private double count(Cluster cluster, double x, double free) {
        Label count = counts.next("×" + cluster.count());
        TextPool.place(count, 0, 0, -1);
        double left = x - count.getWidth() / 2;
        count.relocate(Math.rint(left), baseline + 5);
        count.setVisible(left >= free);
        return count.isVisible() ? left + count.getWidth() + 3 : free;
    }

    private double card(HeaderIndex index, Cluster cluster, ZoneId zone, double x) {
        String type = index.typeNames().get(index.type(cluster.first()));
        long micros = index.micros(cluster.first());
        String text = micros == HeaderIndex.NO_TIME ? type : type + "\n" + clock(Places.instant(micros), zone);
        Label card = cards.next(text);
        TextPool.place(card, 0, 0, -1);
        double width = Math.min(card.getWidth(), WIDE * 1.5);
        card.resizeRelocate(Math.rint(x + 4), baseline > 46 ? 4 : 2, width, card.getHeight());
        return x + 4 + width + 8;
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(zone));
    }

    private void ring(double x) {
        ring.setVisible(true);
        ring.resizeRelocate(Math.rint(x - 9), baseline - 9, 18, 18);
    }
}
