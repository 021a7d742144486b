package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.Position;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/// One box for a date, a version, a position in the store, a stream's name, or an event's id in the focused stream.
final class GoTo {
    private final Focus focus;
    private final Asking<Question, Answer> asking;

    private record Question(String text, ZoneId zone, HeaderIndex index, Optional<Subject> subject) {}

    private sealed interface Answer {
        record Place(String stream, Destination destination) implements Answer {}

        record Unknown(String text) implements Answer {}
    }

    /// @param there after a place was found
    /// @param unknown gets a text that names no place
    GoTo(Focus focus, Runnable there, Consumer<String> unknown) {
        this.focus = focus;
        this.asking = focus.work().asking(
                GoTo::find,
                answer -> {
                    switch (answer) {
                        case Answer.Place(String stream, Destination to) -> {
                            focus.goTo(stream, to);
                            there.run();
                        }
                        case Answer.Unknown(String text) -> unknown.accept(text);
                    }
                },
                failure -> focus.tell(Notice.of(failure)));
    }

    void go(String text) {
        focus.storeProperty()
                .get()
                .filter(_ -> !text.isBlank())
                .ifPresent(store -> asking.ask(new Question(
                        text.strip(),
                        focus.zoneProperty().get(),
                        store.index(),
                        focus.look().subject())));
    }

    private static Answer find(Question question) {
        HeaderIndex index = question.index();
        if (index.streamNamed(question.text()).isPresent()) {
            return new Answer.Place(question.text(), Destination.head());
        }
        Optional<Moment> moment = MomentText.parse(question.text(), question.zone());
        if (moment.isPresent() && moment.get() instanceof Moment.AtPosition(Position position)) {
            return atPosition(index, position).orElse(new Answer.Unknown(question.text()));
        }
        if (moment.isPresent() && question.subject().isPresent()) {
            return new Answer.Place(question.subject().get().stream(), new Destination.AtMoment(moment.get()));
        }
        return question.subject()
                .flatMap(subject -> event(subject.history(), question.text()))
                .or(() -> streamLike(index, question.text()))
                .orElse(new Answer.Unknown(question.text()));
    }

    private static Optional<Answer> atPosition(HeaderIndex index, Position position) {
        for (int event = 0; event < index.size(); event++) {
            if (index.position(event).filter(position::equals).isPresent()) {
                String stream = index.streamEntry(index.stream(event)).name();
                return Optional.of(new Answer.Place(
                        stream, new Destination.AtMoment(new Moment.AtVersion(index.version(event)))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer> event(StreamHistory history, String id) {
        for (int i = 0; i < history.size(); i++) {
            if (history.event(i).id().filter(id::equalsIgnoreCase).isPresent()) {
                return Optional.of(new Answer.Place(history.stream(), new Destination.AtIndex(i)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer> streamLike(HeaderIndex index, String part) {
        for (int stream = 0; stream < index.streamCount(); stream++) {
            String name = index.streamEntry(stream).name();
            if (name.contains(part)) {
                return Optional.of(new Answer.Place(name, Destination.head()));
            }
        }
        return Optional.empty();
    }
}
