package io.hindcast.desktop.blame;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.replay.Curve;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.replay.FieldHistory;
import io.hindcast.engine.replay.FieldPattern;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The history of the focused field in the focused stream, and stepping along it. Found away from the screen's thread.
public final class BlameModel {
    private static final int MOST = 5_000;
    private static final int COLUMNS = 400;
    private final Focus focus;
    private final Texts texts = Texts.of(BlameModel.class);
    private final ReadOnlyObjectWrapper<Optional<Story>> story = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Asking<Question, Story> asking;
    private final Asking<Step, OptionalInt> stepping;
    private Optional<Question> asked = Optional.empty();

    private record Question(StreamHistory history, FieldPath field) {}

    private record Step(StreamHistory history, FieldPath field, int from, boolean forward) {
        OptionalInt find() {
            FieldPattern pattern = FieldPattern.of(field);
            return forward ? history.fields().nextChange(pattern, from) : history.fields().previousChange(pattern, from);
        }
    }

    public BlameModel(Focus focus) {
        this.focus = focus;
        this.asking = focus.work().asking(
                BlameModel::tell, it -> story.set(Optional.of(it)), failure -> focus.tell(Notice.of(failure)));
        this.stepping = focus.work().asking(
                Step::find,
                found -> found.ifPresentOrElse(
                        focus::step, () -> focus.tell(Notice.information(texts.text("blame.noMore")))),
                failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe((_, _) -> ask());
        focus.fieldProperty().subscribe((_, _) -> ask());
    }

    private void ask() {
        Optional<Question> question = focus.look()
                .history()
                .flatMap(history -> focus.fieldProperty().get().map(field -> new Question(history, field)));
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        question.ifPresentOrElse(asking::ask, () -> {
            asking.drop();
            story.set(Optional.empty());
        });
    }

    private static Story tell(Question question) {
        StreamHistory history = question.history();
        FieldHistory fields = history.fields();
        List<FieldChange> changes =
                fields.changes(FieldPattern.of(question.field()), 0, Math.max(0, history.size() - 1), MOST + 1);
        boolean whole = changes.size() <= MOST;
        return new Story(
                history, question.field(), whole ? changes : changes.subList(0, MOST), whole, curve(question, fields));
    }

    private static Optional<Curve> curve(Question question, FieldHistory fields) {
        int size = question.history().size();
        if (size == 0) {
            return Optional.empty();
        }
        Curve curve = fields.curve(question.field(), 0, size - 1, Math.min(size, COLUMNS));
        return curve.columns().stream().anyMatch(it -> it.values().isPresent()) ? Optional.of(curve) : Optional.empty();
    }

    /// Goes to the next or previous event that changed the focused field.
    public void step(boolean forward) {
        Look look = focus.look();
        if (look.history().isPresent() && focus.fieldProperty().get().isPresent()) {
            stepping.ask(new Step(
                    look.history().get(), focus.fieldProperty().get().get(), look.index(), forward));
        } else {
            focus.tell(Notice.information(texts.text("blame.unchosen.next")));
        }
    }

    ReadOnlyObjectProperty<Optional<Story>> storyProperty() {
        return story.getReadOnlyProperty();
    }

    Focus focus() {
        return focus;
    }
}
