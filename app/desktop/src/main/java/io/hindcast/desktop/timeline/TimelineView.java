package io.hindcast.desktop.timeline;

import io.hindcast.desktop.paint.PaintedImage;
import io.hindcast.desktop.paint.Raster;
import io.hindcast.engine.timeline.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The timeline on screen. Lanes and overview are pixels painted from the pyramid, one image each, however many events
/// there are; words, playhead and read-out are a few nodes over them. All painting happens once a pulse.
///
/// Wheel zooms about the pointer, Shift and wheel or dragging moves, dragging on the axis zooms to a range, a click picks
/// an event or moves the playhead, a double click shows everything; W S A D and F do the same by keyboard. Everything is
/// a method of [TimelineModel] too.
public final class TimelineView extends Region {
    private static final double WORDS_APART = 74;

    private final TimelineModel model;
    private final Words words = new Words();
    private final PaintedImage image = new PaintedImage();
    private final Pane plot = new Pane(image);
    private final Overview overview;
    private final AxisStrip axis;
    private final LaneLabels labels = new LaneLabels(words, this::called);
    private final Label corner = new Label();
    private final Cards cards = new Cards();
    private final Playhead playhead = new Playhead();
    private final Region range = new Region();
    private final Region hairline = new Region();
    private final Bubble bubble = new Bubble();
    private final Label nothing = new Label();
    private final Region edge = new Region();
    private final Region thumb = new Region();
    private final Region ring = new Region();
    private final TimelineColours colours = new TimelineColours(this, () -> invalidate(Stale.ALL));
    private List<Cluster> clusters = List.of();
    private TimelineLayout layout = new TimelineLayout(0, 0, false, 0, 0);
    private Picture picture;
    private Stale stale = Stale.ALL;

    /// How much is to be drawn anew.
    private enum Stale {
        NOTHING,
        FOCUS,
        VIEW,
        ALL
    }

    /// Width of the names beside the plot in a view of this width.
    public static double labels(double width) {
        return new TimelineLayout(width, 0, false, 0, 0).labels();
    }

    public TimelineView(TimelineModel model) {
        this.model = model;
        this.overview = new Overview(model);
        this.axis = new AxisStrip(model, words);
        this.picture = pictureNow();
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.text("timeline.accessible"));
        setMinSize(320, 160);
        setPrefSize(960, 320);
        assemble();
        new TimelineGestures(this, model).attach();
        model.watch(new TimelineChanges() {
            @Override
            public void viewMoved() {
                invalidate(Stale.VIEW);
            }

            @Override
            public void dataChanged() {
                invalidate(Stale.ALL);
            }

            @Override
            public void focusMoved() {
                invalidate(Stale.FOCUS);
            }
        });
    }

    private void assemble() {
        plot.getStyleClass().add("timeline-plot");
        corner.getStyleClass().add("corner");
        range.getStyleClass().add("range");
        hairline.getStyleClass().add("hairline");
        edge.getStyleClass().add("edge");
        thumb.getStyleClass().add("thumb");
        ring.getStyleClass().add("focus-ring");
        ring.visibleProperty().bind(focusVisibleProperty());
        nothing.getStyleClass().add("nothing");
        nothing.setText(words.text("timeline.empty") + "\n" + words.text("timeline.empty.next"));
        for (Region each : List.of(plot, corner, range, hairline, nothing, edge, thumb, ring)) {
            each.setManaged(false);
        }
        for (Region each : List.of(corner, range, hairline, nothing, edge, thumb, ring)) {
            each.setMouseTransparent(true);
        }
        range.setVisible(false);
        hairline.setVisible(false);
        getChildren()
                .addAll(plot, cards, overview, axis, corner, labels, edge, thumb, range, hairline, playhead, nothing, ring, bubble);
        setClip(new Rectangle());
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(TimelineView.class.getResource("timeline.css"))
                .toExternalForm();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
        all.addAll(TimelineColours.ALL);
        return all;
    }

    TimelineColours colours() {
        return colours;
    }

    private void invalidate(Stale now) {
        stale = now.compareTo(stale) > 0 ? now : stale;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (getClip() instanceof Rectangle clip) {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
        }
        boolean resized = layout.width() != getWidth() || layout.height() != getHeight() || scale() != picture.scale();
        Stale now = resized ? Stale.ALL : stale;
        stale = Stale.NOTHING;
        if (now.compareTo(Stale.VIEW) >= 0) {
            arrange();
            paint();
        }
        if (now == Stale.ALL) {
            paintOverview();
        }
        if (now != Stale.NOTHING) {
            overlays();
        }
    }

    private void arrange() {
        TimelineData data = model.data();
        boolean focus = data != null && data.focus().isPresent();
        layout = new TimelineLayout(getWidth(), getHeight(), focus, data == null ? 0 : data.laneCount(), 0)
                .scrolledTo(model.laneScroll());
        double left = layout.labels();
        double top = layout.lanesTop();
        overview.resizeRelocate(left, 0, layout.plotWidth(), layout.overview());
        axis.resizeRelocate(left, layout.overview(), layout.plotWidth(), TimelineLayout.AXIS);
        plot.resizeRelocate(left, top, layout.plotWidth(), layout.plotHeight());
        cards.setBaseline(layout.baseline());
        cards.resizeRelocate(left, top, layout.plotWidth(), layout.focusHeight());
        labels.resizeRelocate(0, top, left, layout.plotHeight());
        edge.resizeRelocate(left - 1, 0, 1, getHeight());
        playhead.resizeRelocate(
                left, layout.overview(), layout.plotWidth(), getHeight() - layout.overview());
        nothing.setVisible(data == null || data.index().size() == 0);
        nothing.autosize();
        nothing.relocate(
                Math.rint(left + (layout.plotWidth() - nothing.getWidth()) / 2),
                Math.rint(top + Math.max(0, layout.plotHeight() - nothing.getHeight()) / 2));
        corner.setText(cornerText(data));
        ring.resizeRelocate(0, 0, getWidth(), getHeight());
        thumb();
        corner.resizeRelocate(0, 0, left, top);
    }

    /// Shows how much of the lanes is on screen, where not all are.
    private void thumb() {
        double room = layout.plotHeight() - layout.focusHeight();
        double all = room + layout.scrollable();
        thumb.setVisible(layout.scrollable() > 0);
        double top = layout.lanesTop() + layout.focusHeight() + layout.scrolled() / all * room;
        thumb.resizeRelocate(getWidth() - 7, top + 1, 5, Math.max(16, room * room / all) - 2);
    }

    /// How much there is, what of it cannot be placed, and whose clock the axis shows.
    private String cornerText(@Nullable TimelineData data) {
        String axisName =
                switch (model.scale()) {
                    case TimeScale.ByIndex() -> words.text("timeline.scale.index");
                    case TimeScale.OfTime time ->
                        AxisStrip.zoneName(model.zone(), Places.instant(time.microsAt((long) Math.floor(middle()))));
                };
        if (data == null) {
            return axisName;
        }
        String events = words.text("timeline.lane.events", data.pyramid().taken());
        long placeless = data.placeless();
        String without = placeless == 0 ? "" : "\n" + words.text("timeline.lane.placeless.all", placeless);
        return events + without + "\n" + clock().folded(model.axis()) + axisName;
    }

    private double middle() {
        return model.viewport().from() + model.viewport().span() / 2;
    }

    private void paint() {
        picture = pictureNow();
        Raster raster = image.sized(layout.plotWidth(), layout.plotHeight(), picture.scale());
        new LanePainter(raster, picture).paint();
        clusters = List.of();
        TimelineData data = model.data();
        if (data != null) {
            data.focus().ifPresent(track -> clusters = new FocusPainter(raster, picture).paint(data.index(), track));
            labels.show(data, layout);
        }
        labels.setVisible(data != null);
        image.show();
        if (nothing.isVisible()) {
            axis.showNothing();
        } else {
            axis.show(picture.ticks(), model.viewport(), model.extent());
        }
    }

    private void paintOverview() {
        TimelineData data = model.data();
        if (data != null) {
            overview.paint(data, picture.palette(), picture.scale());
        }
    }

    private Picture pictureNow() {
        var clock = new Ticks.Clock(model.zone(), words.locale());
        Ticks ticks = Ticks.of(model.viewport(), model.scale(), layout.plotWidth(), WORDS_APART, clock);
        return new Picture(
                Optional.ofNullable(model.data()), model.viewport(), layout, colours.palette(), ticks, scale());
    }

    private void overlays() {
        overview.show();
        OptionalDouble head = headX();
        AxisClock clock = clock();
        playhead.setVisible(false);
        head.ifPresent(x -> playhead.show(
                x, clock.head(model.playhead().orElseThrow()), TimelineLayout.AXIS));
        TimelineData data = model.data();
        if (data != null) {
            OptionalDouble onEvent = model.focusedEvent().isPresent() ? head : OptionalDouble.empty();
            cards.show(data.index(), clusters, onEvent, model.zone(), picture.scale());
            setAccessibleText(new Spoken(model, words, clock).text(data));
        }
    }

    private OptionalDouble headX() {
        OptionalDouble place = model.playhead();
        return place.isEmpty()
                ? place
                : OptionalDouble.of(model.viewport()
                        .xOf(place.getAsDouble() + Picture.middle(model.scale()), layout.plotWidth()));
    }

    AxisClock clock() {
        return new AxisClock(model.zone(), model.scale(), model.viewport().span(), words);
    }

    /// What is painted now.
    Picture picture() {
        return picture;
    }

    TimelineLayout timelineLayout() {
        return layout;
    }

    Pane plot() {
        return plot;
    }

    AxisStrip axis() {
        return axis;
    }

    LaneLabels labels() {
        return labels;
    }

    Playhead head() {
        return playhead;
    }

    /// The pixels of the lanes, for tests.
    Raster raster() {
        return image.raster();
    }

    Words words() {
        return words;
    }

    /// Shows the stretch that is being chosen, in pixels of the plot.
    void showRange(double from, double to) {
        range.setVisible(true);
        double left = Math.clamp(Math.min(from, to), 0, layout.plotWidth());
        double right = Math.clamp(Math.max(from, to), 0, layout.plotWidth());
        range.resizeRelocate(
                layout.labels() + left, layout.overview(), right - left, getHeight() - layout.overview());
    }

    void hideRange() {
        range.setVisible(false);
    }

    /// Shows what lies under a point of the plot.
    void hover(Reading reading, double x, double y) {
        hairline.setVisible(true);
        hairline.resizeRelocate(
                Math.rint(layout.labels() + x), layout.lanesTop(), 1, layout.plotHeight());
        bubble.show(reading, picture.palette(), layout.labels() + x, layout.lanesTop() + y, this);
    }

    void leave() {
        hairline.setVisible(false);
        bubble.setVisible(false);
    }

    private double scale() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : Math.max(1, scene.getWindow().getOutputScaleX());
    }

    private String called(String stream) {
        return model.called(stream);
    }
}
