package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.files.RecordScanner.Stretch;
import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads files from front to end, once, and notes where every event lies. For one thread.
final class Intake {
    /// Records above 256 MB are not read: rather a bracket or quote is missing than that one event is so large.
    static final int LONGEST = 1 << 28;

    /// The most bytes of an unreadable record that are kept as its body.
    static final int MOST_RAW = 1 << 24;

    private final EventIndex index = new EventIndex();
    private final RecordFetch fetch = new RecordFetch(false);
    private final Map<StreamName, Long> counted = new HashMap<>();
    private final List<NotRead> oddities = new ArrayList<>();
    private Optional<Instant> lastTime = Optional.empty();
    private long lastLine;

    /// @throws ConnectorException if the thread is interrupted
    void take(EventFile file) {
        lastTime = Optional.empty();
        goOn(file);
    }

    /// The line of the last record that was taken.
    long lastLine() {
        return lastLine;
    }

    /// Takes what was added to the file before.
    void goOn(EventFile file) {
        index.startFile();
        var bytes = new ByteWindow(file.file().bytes());
        var scanner = file.scanner(bytes);
        var reader = file.reader();
        for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
            if ((index.size() & 0xFFF) == 0 && Thread.currentThread().isInterrupted()) {
                throw new ConnectorException(
                        Kind.CLOSED, "Opening " + file.file().name() + " was given up.");
            }
            lastTime = take(file, reader, next.get(), lastTime);
            lastLine = next.get().line();
        }
        scanner.oddEnd()
                .ifPresent(
                        why -> oddities.add(new NotRead("end of " + file.file().name(), -1, why)));
    }

    EventIndex finish() {
        index.finish();
        return index;
    }

    List<NotRead> oddities() {
        return oddities;
    }

    private Optional<Instant> take(EventFile file, EnvelopeReader reader, Stretch place, Optional<Instant> before) {
        int length = (int) Math.min(place.length(), Integer.MAX_VALUE - 64);
        if (length > LONGEST) {
            unreadable(place, length);
            return before;
        }
        fetch.fetch(file.file().bytes(), index.files(), place.offset(), length);
        try {
            var event = reader.read(fetch.array(), fetch.from(), fetch.to(), false);
            var stream = new StreamName(event.stream(), event.category());
            long version = file.mapping().has(Role.VERSION)
                    ? event.version().orElse(EventPage.NO_VERSION)
                    : counted.merge(stream, 1L, Long::sum);
            index.add(place.offset(), length, stream, version, event.position().orElse(Long.MIN_VALUE));
            var at = timeInOrder(reader, event, before);
            if (event.trouble().isPresent()) {
                index.troubleInLastRow(place.line());
            } else {
                index.describeLastRow(event.type(), at);
            }
            return at.isPresent() ? at : before;
        } catch (BrokenRecord _) {
            unreadable(place, length);
            return before;
        }
    }

    private void unreadable(Stretch place, int length) {
        index.add(place.offset(), length, EventIndex.UNREADABLE, EventPage.NO_VERSION, Long.MIN_VALUE);
        index.troubleInLastRow(place.line());
    }

    /// In the hour that a clock change repeats, a time that would go back means the second pass.
    private Optional<Instant> timeInOrder(EnvelopeReader reader, Envelope event, Optional<Instant> before) {
        var at = event.recordedAt();
        if (at.isEmpty() || before.isEmpty() || !at.get().isBefore(before.get())) {
            return at;
        }
        var second = reader.localTime(event).flatMap(reader::secondPass);
        if (second.isEmpty() || second.equals(at)) {
            return at;
        }
        index.secondPassInLastRow();
        return second;
    }
}
