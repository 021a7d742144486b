package io.hindcast.desktop.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keys of the timeline. Everything they do is a call of the model, so that menus can do it too.
final class TimelineGestures {
    private static final double NOTCH = 40; // pixels that one step of a wheel reports
    private static final double ZOOM = 1.25; // a step of the wheel
    private static final double SLOP = 4; // a press that moves less is a click
    private static final double REACH = 7; // an event so near counts as pointed at
    private static final double PAN = 0.15; // of the window, for one key

    private final TimelineView view;
    private final TimelineModel model;
    private double pressX;
    private double pressY;
    private Viewport pressed = new Viewport(0, 1);
    private double pressedScroll;
    private boolean dragged;

    TimelineGestures(TimelineView view, TimelineModel model) {
        this.view = view;
        this.model = model;
    }

    void attach() {
        Node plot = view.plot();
        plot.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.axis().addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.labels().addEventHandler(ScrollEvent.SCROLL, this::wheelOverLabels);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::pan);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseMoved(this::hover);
        plot.setOnMouseExited(_ -> view.leave());
        view.axis().setOnMousePressed(this::press);
        view.axis().setOnMouseDragged(this::stretch);
        view.axis().setOnMouseReleased(this::chooseRange);
        Node handle = view.head().handle();
        handle.setOnMousePressed(MouseEvent::consume);
        handle.setOnMouseDragged(this::scrub);
        view.setOnKeyPressed(this::key);
    }

    private double width() {
        return view.timelineLayout().plotWidth();
    }

    private double placeAt(double x) {
        return model.viewport().placeAt(x, width());
    }

    private void wheel(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (sideways && !event.isControlDown()) {
            model.pan(-delta / width());
        } else {
            double fine = event.isControlDown() && event.isShiftDown() ? 0.25 : 1;
            model.zoom(Math.pow(ZOOM, delta / NOTCH * fine), placeAt(event.getX()));
        }
        view.leave();
        event.consume();
    }

    private void wheelOverLabels(ScrollEvent event) {
        scrollLanes(view.timelineLayout().scrolled() - event.getDeltaY());
        event.consume();
    }

    private void scrollLanes(double to) {
        model.scrollLanes(Math.clamp(to, 0, view.timelineLayout().scrollable()));
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        pressed = model.viewport();
        pressedScroll = view.timelineLayout().scrolled();
        dragged = false;
        event.consume();
    }

    private boolean isDrag(MouseEvent event) {
        dragged |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > SLOP;
        return dragged;
    }

    private void pan(MouseEvent event) {
        if (isDrag(event)) {
            view.leave();
            double from = pressed.from() - (event.getX() - pressX) / width() * pressed.span();
            model.show(from, from + pressed.span());
            if (view.timelineLayout().scrollable() > 0) {
                scrollLanes(pressedScroll - (event.getY() - pressY));
            }
        }
    }

    private void release(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            model.fit();
            return;
        }
        boolean own = view.timelineLayout().laneAt(event.getY()) == TimelineLayout.FOCUS_LANE;
        OptionalInt near = spot(event.getX(), event.getY())
                .map(spot -> own ? spot.event() : spot.meant())
                .orElse(OptionalInt.empty());
        if (near.isPresent()) {
            model.pick(near.getAsInt());
        } else {
            model.scrub(placeAt(event.getX()));
        }
    }

    /// What somebody points at in the plot: a lane and a place.
    Optional<Reading.Spot> spot(double x, double y) {
        TimelineData data = model.data();
        int lane = view.timelineLayout().laneAt(y);
        if (data == null || lane == TimelineLayout.NO_LANE) {
            return Optional.empty();
        }
        double reach = REACH / width() * model.viewport().span();
        return lane == TimelineLayout.FOCUS_LANE
                ? data.focus().map(track -> new Reading.Spot(track.pyramid(), 0, placeAt(x), reach))
                : Optional.of(new Reading.Spot(data.pyramid(), lane, placeAt(x), reach));
    }

    private void hover(MouseEvent event) {
        hoverAt(event.getX(), event.getY());
    }

    /// Shows what lies under a point of the plot.
    void hoverAt(double x, double y) {
        TimelineData data = model.data();
        Optional<Reading.Spot> spot = spot(x, y);
        if (data == null || spot.isEmpty()) {
            view.leave();
            return;
        }
        Reading reading =
                Reading.of(spot.get(), data, view.picture().window(), view.clock(), view.words());
        view.hover(reading, x, y);
    }

    private void stretch(MouseEvent event) {
        if (isDrag(event)) {
            view.showRange(pressX, event.getX());
        }
    }

    private void chooseRange(MouseEvent event) {
        view.hideRange();
        if (dragged) {
            double one = placeAt(pressX);
            double other = placeAt(event.getX());
            model.show(Math.min(one, other), Math.max(one, other));
        } else if (event.getClickCount() == 2) {
            model.fit();
        } else {
            model.scrub(placeAt(event.getX()));
        }
    }

    private void scrub(MouseEvent event) {
        double x = view.head().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        model.scrub(placeAt(Math.clamp(x, 0, width())));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case W -> model.zoomIn();
            case S -> model.zoomOut();
            case A -> model.pan(-PAN);
            case D -> model.pan(PAN);
            case F -> model.fitFocus();
            case PAGE_UP -> scrollLanes(model.laneScroll() - view.timelineLayout().plotHeight() / 2);
            case PAGE_DOWN -> scrollLanes(model.laneScroll() + view.timelineLayout().plotHeight() / 2);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
