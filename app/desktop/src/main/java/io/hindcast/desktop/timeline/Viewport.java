package io.hindcast.desktop.timeline;

/// The part of the axis that is on screen. Places are doubles here: they are for looking, not for counting.
///
/// @param from place at the left edge
/// @param span places from the left edge to the right edge, positive
public record Viewport(double from, double span) {
    public double to() {
        return from + span;
    }

    /// The place under a pixel of a plot of this width.
    public double placeAt(double x, double width) {
        return from + x / width * span;
    }

    /// The pixel of a place; may be outside the plot.
    public double xOf(double place, double width) {
        return (place - from) / span * width;
    }

    /// The pixel of a place of an event or bucket.
    double xOf(long place, double width) {
        return xOf((double) place, width);
    }

    /// Larger (factor above 1) or smaller about a place that stays where it is on screen.
    Viewport zoomed(double factor, double about, double smallest, double largest) {
        double newSpan = Math.clamp(span / factor, smallest, largest);
        return new Viewport(about - (about - from) * (newSpan / span), newSpan);
    }

    Viewport panned(double places) {
        return new Viewport(from + places, span);
    }

    Viewport centredOn(double place) {
        return new Viewport(place - span / 2, span);
    }

    boolean shows(long place) {
        return shows((double) place);
    }

    boolean shows(double place) {
        return place >= from && place <= to();
    }
}
