package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Evidence.Verdict;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.timeline.TimelineListener;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.timeline.Mark;
import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.event.StoredSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets the timeline follow the focus, and the focus follow the timeline. The timeline counts events in the order of
/// the store, the focus in the order of a stream; the way between the two is worked out elsewhere.
final class TimelineBridge implements TimelineListener {
    private final Focus focus;
    private final TimelineModel timeline;
    private final Asking<Question, Way> asking;
    private final Asking<Scrub, Integer> scrubbing;
    private Way way = Way.NONE;
    private List<Mark> ofStream = List.of();
    private List<Mark> ofPeople = List.of();
    private Optional<Subject> subject = Optional.empty();

    private record Question(HeaderIndex index, Subject subject, Map<Long, Verdict> verdicts) {}

    /// From places in a stream to ordinals in the index.
    ///
    /// @param stream ordinal of the stream, -1 for none
    @SuppressWarnings("ArrayRecordComponent") // never handed out, never written again
    private record Way(int stream, int[] ordinals, List<Mark> marks) {
        static final Way NONE = new Way(-1, new int[0], List.of());

        int placeOf(int event) {
            for (int i = 0; i < ordinals.length; i++) {
                if (ordinals[i] == event) {
                    return i;
                }
            }
            return -1;
        }
    }

    private record Scrub(StreamHistory history, Instant instant) {}

    TimelineBridge(Focus focus, TimelineModel timeline) {
        this.focus = focus;
        this.timeline = timeline;
        this.asking = focus.work().asking(TimelineBridge::find, this::found, _ -> {});
        this.scrubbing = focus.work().asking(
                scrub -> scrub.history().indexAt(new Moment.AtInstant(scrub.instant())), focus::step, _ -> {});
        new MarkedPlaces(focus, places -> {
            ofPeople = places;
            showMarks();
        });
        timeline.setListener(this);
        focus.lookProperty().subscribe(this::follow);
        focus.storeProperty().subscribe((_, _) -> timeline.refresh());
        focus.evidence().verdictsProperty().subscribe((_, _) -> ask());
        focus.zoneProperty().subscribe(timeline::setZone);
        focus.masksProperty().subscribe(masks -> timeline.callStreams(masks::stream));
        focus.indexing().doneProperty().subscribe((_, _) -> timeline.refresh());
        focus.indexing().phaseProperty().subscribe((_, phase) -> {
            if (phase != Indexing.Phase.RUNNING) {
                timeline.refresh();
                ask();
            }
        });
    }

    private void follow(Look look) {
        if (!look.subject().equals(subject)) {
            subject = look.subject();
            way = Way.NONE;
            ask();
        }
        place(look);
    }

    private void ask() {
        if (subject.isEmpty() || focus.storeProperty().get().isEmpty()) {
            asking.drop();
            timeline.clearFocus();
            ofStream = List.of();
            showMarks();
        } else {
            Map<Long, Verdict> verdicts = focus.evidence()
                    .verdictsProperty()
                    .get()
                    .getOrDefault(subject.get().stream(), Map.of());
            asking.ask(new Question(focus.storeProperty().get().get().index(), subject.get(), verdicts));
        }
    }

    private void found(Way found) {
        way = found;
        ofStream = found.marks();
        showMarks();
        place(focus.look());
    }

    private void showMarks() {
        timeline.setMarks(Stream.concat(ofStream.stream(), ofPeople.stream()).toList());
    }

    private void place(Look look) {
        if (way.stream() < 0 || way.ordinals().length == 0) {
            return;
        }
        int at = Math.clamp(look.index(), 0, way.ordinals().length - 1);
        timeline.setFocus(way.stream(), way.ordinals()[at]);
    }

    private static Way find(Question question) {
        HeaderIndex index = question.index();
        OptionalInt stream = index.streamNamed(question.subject().stream());
        if (stream.isEmpty()) {
            return Way.NONE;
        }
        int[] ordinals = index.eventsOf(stream.getAsInt());
        if (!isByVersion(index, ordinals)) {
            ordinals = Arrays.stream(ordinals)
                    .boxed()
                    .sorted(Comparator.comparingLong(index::version))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return new Way(stream.getAsInt(), ordinals, marks(question, stream.getAsInt(), ordinals));
    }

    private static boolean isByVersion(HeaderIndex index, int[] ordinals) {
        for (int i = 1; i < ordinals.length; i++) {
            if (index.version(ordinals[i]) < index.version(ordinals[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static List<Mark> marks(Question question, int stream, int[] ordinals) {
        Map<MarkKind, List<Long>> versions = question.subject().snapshots().stream()
                .map(StoredSnapshot::version)
                .collect(Collectors.groupingBy(version -> kind(question.verdicts().get(version))));
        var marks = new ArrayList<Mark>();
        versions.forEach((kind, all) -> marks.addAll(Mark.atVersions(question.index(), kind, stream, all)));
        for (Problem problem : question.subject().history().problems()) {
            if (problem.index() < ordinals.length) {
                marks.add(new Mark(MarkKind.PROBLEM, ordinals[problem.index()]));
            }
        }
        return marks;
    }

    private static MarkKind kind(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> MarkKind.SNAPSHOT;
            case MATCHES -> MarkKind.VERIFIED;
            case DRIFTS -> MarkKind.DRIFTED;
            case UNVERIFIABLE -> MarkKind.UNVERIFIABLE;
        };
    }

    @Override
    public void picked(int event) {
        focus.storeProperty().get().ifPresent(store -> {
            HeaderIndex index = store.index();
            String stream = index.streamEntry(index.stream(event)).name();
            int here = way.stream() == index.stream(event) ? way.placeOf(event) : -1;
            if (here >= 0) {
                focus.goTo(stream, new Destination.AtIndex(here));
            } else {
                focus.goTo(stream, new Destination.AtMoment(new Moment.AtVersion(index.version(event))));
            }
        });
    }

    @Override
    public void scrubbedTo(Instant instant) {
        focus.look().history().ifPresent(history -> scrubbing.ask(new Scrub(history, instant)));
    }

    @Override
    public void scrubbedTo(int event) {
        int at = 0;
        while (at < way.ordinals().length && way.ordinals()[at] <= event) {
            at++;
        }
        focus.step(at - 1);
    }
}
