package io.hindcast.desktop.blame;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.replay.Curve;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.TimeScale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;

/// The chosen field, where it is a number, over the same time as the timeline above it: nothing moves apart. Shown only
/// while such a field is chosen.
public final class CurveStrip extends Pane {
    private static final double HEIGHT = 88;
    private final Focus focus;
    private final CurveView curve;
    private final Label name = new Label();
    private final Label value = new Label();
    private final Asking<Question, Answer> asking;
    private final Asking<Read, Shown> reading;
    private Optional<Answer> shown = Optional.empty();
    private Optional<Sight> sight = Optional.empty();

    /// What the timeline shows.
    ///
    /// @param scale where an instant stands
    /// @param from place at the left edge
    /// @param span places from there to the right edge
    /// @param labels width of the names beside the plot
    public record Sight(TimeScale.OfTime scale, double from, double span, double labels) {
        private Instant left() {
            return instant(from);
        }

        private Instant right() {
            return instant(from + span);
        }

        private Instant instant(double place) {
            return Instant.EPOCH.plus(scale.microsAt((long) place), ChronoUnit.MICROS);
        }

        /// Where between the edges an instant stands: 0 at the left one, 1 at the right one.
        private double share(Instant at) {
            return (scale.placeAt(ChronoUnit.MICROS.between(Instant.EPOCH, at)) - from) / span;
        }
    }

    private record Question(StreamHistory history, FieldPath field, Sight sight, int columns) {}

    private record Answer(Question question, Curve curve) {}

    private record Read(StreamHistory history, Masks masks, FieldPath field, int index) {}

    public CurveStrip(Focus focus) {
        this.focus = focus;
        var texts = Texts.of(CurveStrip.class);
        getStyleClass().add("curve-strip");
        setId("curve-strip");
        curve = new CurveView(texts, this::pick);
        name.getStyleClass().add("curve-name");
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        value.getStyleClass().add("curve-value");
        for (var each : List.of(curve, name, value)) {
            each.setManaged(false);
        }
        getChildren().addAll(curve, name, value);
        asking = focus.work().asking(
                it -> new Answer(it, it.history().fields().curve(
                        it.field(), it.sight().left(), it.sight().right(), it.sight()::share, it.columns())),
                this::arrive,
                _ -> {});
        reading = focus.work().asking(
                it -> it.masks().stateAt(it.history().stream(), it.field(), it.history().stateAfter(it.index()).at(it.field())),
                it -> value.setText(ValueText.of(it)),
                _ -> {});
        focus.lookProperty().subscribe((_, _) -> ask());
        focus.fieldProperty().subscribe((_, _) -> ask());
        focus.masksProperty().subscribe((_, _) -> {
            shown = Optional.empty();
            appear(false);
            ask();
        });
        widthProperty().subscribe((_, _) -> ask());
        appear(false);
    }

    /// Follows the timeline; absent while its axis is no time.
    public void follow(Optional<Sight> seen) {
        if (!seen.equals(sight)) {
            sight = seen;
            ask();
        }
    }

    private void ask() {
        Optional<StreamHistory> history = focus.look().history();
        Optional<FieldPath> field = focus.fieldProperty().get();
        if (history.isEmpty() || field.isEmpty() || sight.isEmpty() || sight.get().span() <= 0) {
            asking.drop();
            appear(false);
            return;
        }
        int columns = (int) Math.clamp(getWidth() - sight.get().labels(), 100, 2_000);
        var question = new Question(history.get(), field.get(), sight.get(), columns);
        if (shown.filter(it -> it.question().equals(question)).isEmpty()) {
            asking.ask(question);
        }
        name.setText(ValueText.path(focus.masks().path(history.get().stream(), field.get())));
        reading.ask(new Read(history.get(), focus.masks(), field.get(), focus.look().index()));
        place();
    }

    private void arrive(Answer answer) {
        shown = Optional.of(answer);
        appear(answer.curve().columns().stream().anyMatch(it -> it.values().isPresent()) && mayShow(answer));
        place();
    }

    private boolean mayShow(Answer answer) {
        Question question = answer.question();
        return CurveView.mayShow(answer.curve(), focus.masks(), question.history().stream(), question.field());
    }

    private void appear(boolean yes) {
        setVisible(yes);
        setManaged(yes);
        setMinHeight(yes ? HEIGHT : 0);
        setPrefHeight(yes ? HEIGHT : 0);
    }

    private void place() {
        shown.ifPresent(it -> curve.show(it.curve(), share(it.question().sight())));
        requestLayout();
    }

    private double share(Sight seen) {
        Look look = focus.look();
        return look.isOnEvent()
                ? look.history()
                        .flatMap(it -> it.event(look.index()).recordedAt())
                        .map(seen::share)
                        .orElse(-1.0)
                : -1;
    }

    private void pick(double share) {
        shown.ifPresent(it -> focus.step(it.curve()
                .columns()
                .get((int) (share * it.curve().columns().size()))
                .lastIndex()));
    }

    @Override
    protected void layoutChildren() {
        double labels = sight.map(Sight::labels).orElse(0.0);
        curve.resizeRelocate(labels, 0, Math.max(0, getWidth() - labels), getHeight());
        name.resizeRelocate(14, 12, Math.max(0, labels - 24), 18);
        value.resizeRelocate(14, 34, Math.max(0, labels - 24), 18);
    }
}
