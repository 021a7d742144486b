package io.hindcast.audit.capsule;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarksFile;
import io.hindcast.capsule.CapsuleDraft;
import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Takes streams out of a store into a capsule: events and snapshots byte for byte, in the order of the store, and what is
/// needed to read them. One pass over the store, or, where few streams are named, over these alone.
public final class CapsuleExport {
    /// More streams than these are not read side by side.
    private static final int SIDE_BY_SIDE = 64;

    private final OpenStore store;
    private final CapsuleMaker maker;
    private final String program;
    private final Instant now;

    /// @param program what stands in the capsule as its maker
    /// @param now what stands in it as its time
    public CapsuleExport(OpenStore store, CapsuleMaker maker, String program, Instant now) {
        this.store = store;
        this.maker = maker;
        this.program = program;
        this.now = now;
    }

    /// @param file where it goes; nothing is left there when it fails or is cancelled
    /// @param progress counts events
    /// @return what went in, absent when it was cancelled; where that is no stream, there is no file either
    /// @throws io.hindcast.connector.ConnectorException when the store fails or the file cannot be written
    public Optional<CapsuleMade> write(Path file, CapsuleContents contents, Progress progress, Cancellation cancellation) {
        try (CapsuleDraft draft = maker.begin(file)) {
            describe(draft, contents);
            var run = new Run(draft, contents);
            if (!run.events(progress, cancellation)) {
                return Optional.empty();
            }
            return Optional.of(run.taken.isEmpty() ? run.nothing() : run.finished());
        }
    }

    private void describe(CapsuleDraft draft, CapsuleContents contents) {
        draft.fact("made at", now.toString());
        draft.fact("made by", program);
        draft.fact("made from", store.location());
        draft.fact("holds", contents.shown());
        contents.rules().ifPresent(rules -> draft.attach(rules.fileName(), rules.text().getBytes(StandardCharsets.UTF_8)));
    }

    private final class Run {
        private final CapsuleDraft draft;
        private final CapsuleContents contents;
        private final Set<String> taken = new HashSet<>();
        private final Set<String> deleted = store.source().deletedStreams();
        private long events;
        private long snapshots;

        Run(CapsuleDraft draft, CapsuleContents contents) {
            this.draft = draft;
            this.contents = contents;
        }

        boolean events(Progress progress, Cancellation cancellation) {
            try (EventCursor pages = pages()) {
                for (var page = pages.next(); page.isPresent(); page = pages.next()) {
                    if (cancellation.isCancelled()) {
                        return false;
                    }
                    take(page.get());
                    progress.advanced(events, -1);
                }
            }
            return true;
        }

        private EventCursor pages() {
            EventSource source = store.source();
            if (contents.everything() || contents.streams().size() > SIDE_BY_SIDE || contents.categories().size() > 1
                    || (!contents.categories().isEmpty() && !contents.streams().isEmpty())) {
                return source.read(ReadRequest.store(Detail.FULL));
            }
            return contents.categories().isEmpty()
                    ? new SideBySide(source, new TreeSet<>(contents.streams()))
                    : source.read(category(contents.categories().iterator().next()));
        }

        private void take(EventPage page) {
            for (int row = 0; row < page.size(); row++) {
                String stream = page.stream(row);
                if (contents.holds(stream, page.category(row))) {
                    if (taken.add(stream)) {
                        draft.stream(stream, page.category(row), store.infoOf(stream), deleted.contains(stream));
                    }
                    draft.event(page, row);
                    events++;
                }
            }
        }

        CapsuleMade finished() {
            long marks = attachMarks();
            for (String stream : new TreeSet<>(taken)) {
                store.snapshots(stream).forEach(snapshot -> {
                    draft.snapshot(snapshot);
                    snapshots++;
                });
            }
            return new CapsuleMade(draft.finish(), taken.size(), events, snapshots, marks, missing());
        }

        /// A capsule without a stream would not open: the draft is left unfinished.
        CapsuleMade nothing() {
            return new CapsuleMade("", 0, 0, 0, 0, missing());
        }

        private Set<String> missing() {
            var missing = new TreeSet<>(contents.streams());
            missing.removeAll(taken);
            return missing;
        }

        private long attachMarks() {
            Predicate<Mark> wanted = mark -> mark.binding().stream().map(taken::contains).orElse(true);
            long marks = contents.marks().all().stream().filter(wanted).count();
            if (contents.marks().everything().stream().anyMatch(wanted)) {
                byte[] file = StateText.pretty(MarksFile.of(contents.marks(), wanted)).getBytes(StandardCharsets.UTF_8);
                draft.attach(MarksFile.NAME, file);
            }
            return marks;
        }
    }

    private static ReadRequest category(String name) {
        return new ReadRequest(
                new Selection.Category(name),
                Optional.empty(),
                ReadRequest.VersionRange.all(),
                ReadRequest.Direction.FORWARD,
                Detail.FULL,
                ReadRequest.DEFAULT_PAGE_SIZE);
    }
}
