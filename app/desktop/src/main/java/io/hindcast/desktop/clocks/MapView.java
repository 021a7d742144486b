package io.hindcast.desktop.clocks;

import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.paint.PaintedImage;
import io.hindcast.desktop.paint.Raster;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.clocks.ClockPoints;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The map: recorded days across, the days on which events hold upwards. On the diagonal events were booked on the day;
/// as far below it as an event lies, so many days was it back-dated.
///
/// Wheel: zoom. Drag: choose a part. Drag with the right button: pan. Click: go to the event. Shift and click: ask about
/// the day under the pointer.
final class MapView extends Pane {
    private static final double AXIS = 84;
    private static final double FOOT = 22;
    private static final double NEAR = 8;
    private static final double STEP = 1.5;

    private final ClocksModel model;
    private final Texts texts;
    private final PaintedImage image = new PaintedImage();
    private final MapAxes axes = new MapAxes();
    private final Region focusLine = new Region();
    private final Region dayLine = new Region();
    private final Region chosen = new Region();
    private final Label bubble = new Label();
    private final Asking<MapPainter.Question, MapPainter.Painting> painting;
    private final MapColours colours;
    private Window window = Window.around(ClockPoints.NONE);
    private Optional<MapPainter.Painting> shown = Optional.empty();
    private Optional<Named> named = Optional.empty();
    private double pressedX;
    private double pressedY;
    private Window pressedWindow = window;
    private boolean dragged;

    MapView(ClocksModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("clock-map");
        setId("clock-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.text("clocks.map"));
        colours = new MapColours(this, this::requestLayout);
        painting = model.focus().work().asking(MapPainter::paint, this::show, _ -> {});
        for (Region each : List.of(focusLine, dayLine, chosen)) {
            each.setMouseTransparent(true);
        }
        focusLine.getStyleClass().add("clock-focus");
        dayLine.getStyleClass().add("clock-day");
        chosen.getStyleClass().add("clock-brush");
        bubble.getStyleClass().add("clock-bubble");
        bubble.setVisible(false);
        for (Node each : List.of(axes, focusLine, dayLine, chosen, bubble)) {
            each.setManaged(false);
            each.setMouseTransparent(true);
        }
        getChildren().addAll(image, axes, chosen, dayLine, focusLine, bubble);
        setMinSize(200, 120);
        listen();
    }

    private void listen() {
        model.pointsProperty().subscribe(_ -> fit());
        model.lateProperty().subscribe(_ -> speak());
        model.brushProperty().subscribe((_, _) -> requestLayout());
        model.focus().lookProperty().subscribe((_, _) -> requestLayout());
        model.focus().effectiveProperty().subscribe((_, _) -> requestLayout());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        setOnMouseExited(_ -> bubble.setVisible(false));
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() != 0) {
                zoom(Math.pow(STEP, event.getDeltaY() / 40), event.getX(), event.getY());
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// For whoever does not see the map: how much of it leaves the diagonal. The events themselves are told by the table below.
    private void speak() {
        ClocksModel.Late off = model.lateProperty().get();
        setAccessibleText(texts.text("clocks.map") + ". "
                + texts.text("clocks.count", model.pointsProperty().get().size()) + ". "
                + texts.text("clocks.all", off.back(), off.ahead(), off.most()));
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.PLUS || key.getCode() == KeyCode.ADD || key.getCode() == KeyCode.EQUALS) {
            zoomIn();
            key.consume();
        } else if (key.getCode() == KeyCode.MINUS || key.getCode() == KeyCode.SUBTRACT) {
            zoomOut();
            key.consume();
        }
    }

    void zoomIn() {
        zoom(STEP, AXIS + plotWidth() / 2, plotHeight() / 2);
    }

    void zoomOut() {
        zoom(1 / STEP, AXIS + plotWidth() / 2, plotHeight() / 2);
    }

    private void zoom(double factor, double x, double y) {
        window = window.zoomed(
                factor, window.dayAtX(x - AXIS, plotWidth()), window.dayAtY(y, plotHeight()));
        requestLayout();
    }

    /// Shows everything.
    void fit() {
        window = Window.around(model.pointsProperty().get());
        shown = Optional.empty();
        requestLayout();
    }

    /// Shows the chosen part.
    void fitBrush() {
        Brush brush = model.brushProperty().get();
        if (!brush.isEverything()) {
            window = window.of(brush);
            requestLayout();
        }
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - AXIS);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - FOOT);
    }

    /// The days that are named in a window of some size.
    private record Named(Window window, double width, double height, Grid grid) {
        boolean isOf(Window other, double itsWidth, double itsHeight) {
            return window.equals(other) && width == itsWidth && height == itsHeight;
        }
    }

    /// Names days anew only where they are others: every step of the focus lays the map out, in sight or not.
    private Grid grid() {
        double width = plotWidth();
        double height = plotHeight();
        if (named.filter(it -> it.isOf(window, width, height)).isEmpty()) {
            var grid = Grid.of(window, width, height, texts.locale());
            axes.resizeRelocate(0, 0, getWidth(), getHeight());
            axes.show(grid, window, AXIS, width, height);
            named = Optional.of(new Named(window, width, height, grid));
        }
        return named.orElseThrow().grid();
    }

    @Override
    protected void layoutChildren() {
        double scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        Grid grid = grid();
        var question = new MapPainter.Question(
                model.pointsProperty().get(),
                window,
                grid,
                (int) Math.max(1, Math.round(plotWidth() * scale)),
                (int) Math.max(1, Math.round(plotHeight() * scale)),
                scale,
                colours.now());
        if (shown.filter(it -> it.question().equals(question)).isEmpty()) {
            painting.ask(question);
        }
        layLines();
    }

    private void show(MapPainter.Painting painted) {
        shown = Optional.of(painted);
        Raster raster = image.sized(plotWidth(), plotHeight(), painted.question().scale());
        if (raster.pixels().length == painted.pixels().length) {
            System.arraycopy(painted.pixels(), 0, raster.pixels(), 0, painted.pixels().length);
            image.relocate(AXIS, 0);
            image.show();
        }
    }

    private void layLines() {
        Look look = model.focus().look();
        Optional<Double> recorded = look.isOnEvent()
                ? look.history()
                        .flatMap(it -> it.event(look.index()).recordedAt())
                        .map(it -> LocalDateTime.ofInstant(it, model.focus().zoneProperty().get()))
                        .map(it -> it.toLocalDate().toEpochDay() + it.toLocalTime().toNanoOfDay() / 86_400e9)
                : Optional.empty();
        double x = recorded.map(it -> window.x(it, plotWidth())).orElse(-1.0);
        focusLine.setVisible(x >= 0 && x <= plotWidth());
        focusLine.resizeRelocate(Math.rint(AXIS + x) - 1, 0, 2, plotHeight());
        Optional<LocalDate> day = model.focus().effectiveProperty().get();
        double y = day.map(it -> window.y(it.toEpochDay() + 1.0, plotHeight())).orElse(-1.0);
        dayLine.setVisible(y >= 0 && y <= plotHeight());
        dayLine.resizeRelocate(AXIS, Math.rint(y) - 1, plotWidth(), 2);
        Brush brush = model.brushProperty().get();
        chosen.setVisible(!brush.isEverything());
        if (!brush.isEverything()) {
            double left = Math.clamp(window.x(brush.left(), plotWidth()), 0, plotWidth());
            double right = Math.clamp(window.x(brush.right(), plotWidth()), 0, plotWidth());
            double top = Math.clamp(window.y(brush.top(), plotHeight()), 0, plotHeight());
            double bottom = Math.clamp(window.y(brush.bottom(), plotHeight()), 0, plotHeight());
            chosen.resizeRelocate(AXIS + left, top, right - left, bottom - top);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        pressedWindow = window;
        dragged = false;
    }

    private void drag(MouseEvent event) {
        dragged = dragged || Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > 4;
        if (!dragged) {
            return;
        }
        bubble.setVisible(false);
        if (event.isSecondaryButtonDown() || event.isMiddleButtonDown()) {
            window = pressedWindow.panned(
                    (pressedX - event.getX()) / plotWidth() * window.width(),
                    (event.getY() - pressedY) / plotHeight() * window.height());
            requestLayout();
        } else {
            model.brushProperty().set(brush(event.getX(), event.getY()));
        }
    }

    private Brush brush(double x, double y) {
        double one = window.dayAtX(pressedX - AXIS, plotWidth());
        double other = window.dayAtX(x - AXIS, plotWidth());
        double low = window.dayAtY(pressedY, plotHeight());
        double high = window.dayAtY(y, plotHeight());
        return new Brush(Math.min(one, other), Math.max(one, other), Math.min(low, high), Math.max(low, high));
    }

    private void release(MouseEvent event) {
        if (dragged) {
            return;
        }
        if (event.isShiftDown()) {
            double day = Math.floor(window.dayAtY(event.getY(), plotHeight()));
            model.askAbout(Optional.of(LocalDate.ofEpochDay((long) Math.clamp(day, -700_000, 2_900_000))));
            return;
        }
        int near = near(event.getX(), event.getY());
        if (near >= 0) {
            model.goTo(near);
        } else {
            model.brushProperty().set(Brush.EVERYTHING);
        }
    }

    private void hover(double x, double y) {
        int near = near(x, y);
        bubble.setVisible(near >= 0);
        if (near >= 0) {
            bubble.setText(words(near));
            bubble.applyCss();
            double wide = Math.ceil(bubble.prefWidth(-1));
            double high = Math.ceil(bubble.prefHeight(-1));
            bubble.resizeRelocate(
                    Math.clamp(x + 12, 0, Math.max(0, getWidth() - wide)),
                    Math.clamp(y - high - 8, 0, Math.max(0, getHeight() - high)),
                    wide,
                    high);
        }
    }

    private String words(int point) {
        ClockPoints points = model.pointsProperty().get();
        var time = new TimeText(points.zone(), texts.locale());
        String event = model.focus().masks().stream(points.stream(point))
                + (points.version(point).isPresent() ? " v" + points.version(point).getAsLong() : "") + " · " + points.type(point);
        return texts.text(
                "clocks.bubble",
                event,
                time.exact(points.recordedAt(point)),
                points.effectiveOn(point).toString(),
                late(points.daysLate(point)));
    }

    String late(int days) {
        return days == 0
                ? texts.text("clocks.onDay")
                : days > 0 ? texts.text("clocks.back", days) : texts.text("clocks.ahead", -days);
    }

    /// The event whose point is nearest to a place, -1 when none is near.
    private int near(double x, double y) {
        if (shown.isEmpty()) {
            return -1;
        }
        MapPainter.Question question = shown.get().question();
        int[] events = shown.get().events();
        int cx = (int) ((x - AXIS) * question.scale());
        int cy = (int) (y * question.scale());
        int reach = (int) Math.ceil(NEAR * question.scale());
        int best = -1;
        double nearest = Double.MAX_VALUE;
        for (int py = Math.max(0, cy - reach); py < Math.min(question.height(), cy + reach + 1); py++) {
            for (int px = Math.max(0, cx - reach); px < Math.min(question.width(), cx + reach + 1); px++) {
                int event = events[py * question.width() + px];
                double distance = Math.hypot(px - cx, py - cy);
                if (event >= 0 && distance < nearest) {
                    nearest = distance;
                    best = event;
                }
            }
        }
        return best;
    }

    MapColours colours() {
        return colours;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Pane.getClassCssMetaData());
        all.addAll(MapColours.ALL);
        return all;
    }
}
