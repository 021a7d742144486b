package io.hindcast.desktop.shell;

import io.hindcast.audit.mark.Binding;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Mark;
import io.hindcast.engine.timeline.MarkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Where on the timeline stands what people have marked, in all streams; worked out elsewhere when the index is there.
final class MarkedPlaces {
    private final Focus focus;
    private final Consumer<List<Mark>> shown;
    private final Asking<Question, List<Mark>> asking;

    private record Question(HeaderIndex index, List<Marked> marked) {}

    private record Marked(MarkKind kind, Binding binding) {}

    private record Row(String stream, MarkKind kind) {}

    MarkedPlaces(Focus focus, Consumer<List<Mark>> shown) {
        this.focus = focus;
        this.shown = shown;
        this.asking = focus.work().asking(MarkedPlaces::find, shown, _ -> {});
        focus.marked().marksProperty().subscribe((_, _) -> ask());
        focus.marked().standingsProperty().subscribe((_, _) -> ask());
        focus.indexing().phaseProperty().subscribe((_, phase) -> {
            if (phase != Indexing.Phase.RUNNING) {
                ask();
            }
        });
    }

    private void ask() {
        List<Marked> marked = focus.marked().now().all().stream()
                .map(mark -> new Marked(kind(mark), mark.binding()))
                .toList();
        if (marked.isEmpty() || focus.storeProperty().get().isEmpty()) {
            asking.drop();
            shown.accept(List.of());
        } else {
            asking.ask(new Question(focus.storeProperty().get().get().index(), marked));
        }
    }

    private MarkKind kind(io.hindcast.audit.mark.Mark mark) {
        if (focus.marked().isInvalid(mark)) {
            return MarkKind.INVALID;
        }
        return switch (mark.kind()) {
            case FINDING -> MarkKind.FINDING;
            case BOOKMARK, NOTE, TICK -> MarkKind.BOOKMARK;
        };
    }

    private static List<Mark> find(Question question) {
        var places = new ArrayList<Mark>();
        var versions = new HashMap<Row, List<Long>>();
        for (Marked one : question.marked()) {
            String stream = one.binding().stream().orElse("");
            if (one.binding().version().isPresent()) {
                versions.computeIfAbsent(new Row(stream, one.kind()), _ -> new ArrayList<>())
                        .add(one.binding().version().getAsLong());
            } else {
                byPosition(question.index(), stream, one).ifPresent(places::add);
            }
        }
        for (Map.Entry<Row, List<Long>> row : versions.entrySet()) {
            OptionalInt stream = question.index().streamNamed(row.getKey().stream());
            if (stream.isPresent()) {
                places.addAll(Mark.atVersions(question.index(), row.getKey().kind(), stream.getAsInt(), row.getValue()));
            }
        }
        return List.copyOf(places);
    }

    private static Optional<Mark> byPosition(HeaderIndex index, String stream, Marked marked) {
        OptionalInt known = index.streamNamed(stream);
        if (known.isPresent() && marked.binding() instanceof Binding.ToEvent bound && bound.position().isPresent()) {
            for (int event : index.eventsOf(known.getAsInt())) {
                if (index.position(event).equals(bound.position())) {
                    return Optional.of(new Mark(marked.kind(), event));
                }
            }
        }
        return Optional.empty();
    }
}
