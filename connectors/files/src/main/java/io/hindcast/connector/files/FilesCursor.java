package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.event.EventPage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the rows of a walk from the files. Pages end early when their bodies are large.
final class FilesCursor implements EventCursor {
    /// Bytes of records after which a page ends: a page of large bodies must fit into memory several times.
    private static final long PAGE_BYTES = 1 << 24;

    private final FilesSource source;
    private final EventIndex index;
    private final Walk walk;
    private final ReadRequest request;
    private final Map<Integer, EnvelopeReader> readers = new HashMap<>();
    private final RecordFetch fetch;
    private boolean closed;

    FilesCursor(FilesSource source, Walk walk, ReadRequest request) {
        this.source = source;
        this.index = source.index();
        this.walk = walk;
        this.request = request;
        this.fetch = new RecordFetch(request.direction() == Direction.BACKWARD);
    }

    @Override
    public Optional<EventPage> next() {
        source.assertOpen();
        if (closed) {
            throw new ConnectorException(Kind.CLOSED, "The cursor was closed.");
        }
        source.reading().lock();
        try {
            return page();
        } catch (IllegalStateException e) {
            source.assertOpen();
            throw e;
        } catch (InternalError e) {
            // how a mapped file reports that its end is no longer there
            throw new ConnectorException(Kind.DAMAGED, "A file was cut off while it was being read.", e);
        } finally {
            source.reading().unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private Optional<EventPage> page() {
        var page = new EventPage.Builder(true, Math.min(request.pageSize(), 1024));
        long bytes = 0;
        int last = 0;
        while (page.size() < request.pageSize() && bytes < PAGE_BYTES) {
            OptionalInt row = walk.next();
            if (row.isEmpty()) {
                break;
            }
            last = row.getAsInt();
            add(last, page);
            bytes += index.length(last);
        }
        return page.size() == 0 ? Optional.empty() : Optional.of(page.build(Walk.bookmark(last)));
    }

    private void add(int row, EventPage.Builder page) {
        if (request.detail() == Detail.OUTLINE && index.isDescribed(row)) {
            outline(row, page);
        } else {
            read(row, page);
        }
        page.endRow();
    }

    /// All that an index of events wants is known since the file was opened.
    private void outline(int row, EventPage.Builder page) {
        place(row, page);
        page.type(index.type(row));
        if (index.second(row) != EventPage.NO_TIME) {
            page.recordedAt(index.second(row), index.nano(row));
        }
    }

    private void place(int row, EventPage.Builder page) {
        page.stream(index.stream(row).stream(), index.stream(row).category());
        page.position(0, index.position(row));
        if (index.version(row) != EventPage.NO_VERSION) {
            page.version(index.version(row));
        }
    }

    private void read(int row, EventPage.Builder page) {
        int number = index.fileOf(row);
        var file = source.file(number);
        var reader = readers.computeIfAbsent(number, _ -> file.reader());
        boolean tooLong = index.length(row) > Intake.LONGEST;
        int length = tooLong ? Intake.MOST_RAW : index.length(row);
        fetch.fetch(file.file().bytes(), number, index.offset(row), length);
        place(row, page);
        try {
            if (tooLong) {
                throw new BrokenRecord("the record is larger than 256 MB: a bracket or quote may be missing");
            }
            var event = reader.read(fetch.array(), fetch.from(), fetch.to(), index.isSecondPass(row));
            page.type(event.type());
            reader.id(event).ifPresent(page::id);
            event.recordedAt().ifPresent(page::recordedAt);
            event.trouble().ifPresent(reason -> page.trouble(placed(reason, file, row)));
            if (request.detail() == Detail.FULL) {
                page.data(reader.data(event));
                page.metadata(reader.metadata(event, !index.positionsRise()));
            }
        } catch (BrokenRecord e) {
            page.type(EventIndex.UNREADABLE.stream()).trouble(placed(e.reason(), file, row));
            if (request.detail() == Detail.FULL) {
                page.data(fetch.array(), fetch.from(), Math.min(fetch.to() - fetch.from(), Intake.MOST_RAW));
            }
        }
    }

    private String placed(String reason, EventFile file, int row) {
        String line = "line " + index.troubledLine(row) + ": " + reason;
        return source.fileCount() == 1 ? line : file.file().name() + ", " + line;
    }
}
