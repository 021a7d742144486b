package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.Tail;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// One file, or the files of a folder, opened as one store.
final class FilesSource implements EventSource {
    private final List<EventFile> files;
    private final List<EventFile> added = new ArrayList<>();
    private final Intake intake;
    private final EventIndex index;
    private final ReadWriteLock growing = new ReentrantReadWriteLock();
    private final String whyNotFollowed;
    private long taken;
    private boolean endsInLine;
    private final List<NotRead> notRead;
    private volatile boolean closed;

    /// Takes over the files, and closes them.
    FilesSource(List<EventFile> files, Intake intake, List<NotRead> notRead) {
        this.files = List.copyOf(files);
        this.intake = intake;
        this.index = intake.finish();
        var bytes = this.files.getLast().file().bytes();
        this.taken = bytes.byteSize();
        this.endsInLine = taken > 0 && bytes.get(ValueLayout.JAVA_BYTE, taken - 1) != '\n';
        this.whyNotFollowed = whyNot();
        this.notRead = List.copyOf(notRead);
    }

    private String whyNot() {
        var last = files.getLast();
        if (files.size() > 1) {
            return "several files have no common end that grows";
        }
        if (last.shape() != Shape.LINES || last.file().isUnpacked()) {
            return "only a plain file with an event a line grows at its end";
        }
        if (index.size() == 0) {
            return "no event was in it that would tell what its fields mean";
        }
        boolean half = endsInLine && index.stream(index.size() - 1).equals(EventIndex.UNREADABLE);
        return half ? "its last line was no event when it was opened" : "";
    }

    @Override
    public Optional<Tail> tail() {
        return whyNotFollowed.isEmpty() ? Optional.of(new FilesTail(this)) : Optional.empty();
    }

    @Override
    public String whyNotFollowed() {
        return whyNotFollowed;
    }

    /// Takes in the whole lines that another program has added since.
    ///
    /// @return whether more than whole lines is there
    /// @throws ConnectorException if the file was replaced or cut off
    boolean grow() {
        growing.writeLock().lock();
        try {
            assertOpen();
            var file = files.getLast();
            if (file.file().sizeNow() != taken) {
                take(file, file.file().addedBehind(taken));
            }
            return file.file().sizeNow() > taken;
        } finally {
            growing.writeLock().unlock();
        }
    }

    private void take(EventFile file, MappedFile lines) {
        long length = lines.bytes().byteSize();
        if (length == 0) {
            lines.close();
            return;
        }
        var part = file.goneOnIn(lines, intake.lastLine() + (endsInLine ? 0 : 1));
        added.add(part);
        intake.goOn(part);
        taken += length;
        endsInLine = false;
    }

    /// The last row that was taken in.
    OptionalInt lastRow() {
        reading().lock();
        try {
            return index.size() == 0 ? OptionalInt.empty() : OptionalInt.of(index.size() - 1);
        } finally {
            reading().unlock();
        }
    }

    long positionOf(int row) {
        reading().lock();
        try {
            return index.position(row);
        } finally {
            reading().unlock();
        }
    }

    /// Held while the index is looked at.
    Lock reading() {
        return growing.readLock();
    }

    @Override
    public SourceInfo info() {
        reading().lock();
        try {
            return said();
        } finally {
            reading().unlock();
        }
    }

    private SourceInfo said() {
        var first = files.getFirst();
        return new SourceInfo(
                FilesConnector.ID,
                system(),
                files.size() == 1 ? first.shape().layout() : "folder",
                signs(),
                system().equals("cloudevents") ? "1.0" : "",
                proofs(),
                notRead,
                capabilities(),
                PayloadShape.of(Formats.JSON),
                PayloadShape.of(Formats.JSON),
                PayloadShape.of(Formats.JSON),
                fields());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        assertOpen();
        reading().lock();
        try {
            return new FilesCursor(this, Walk.of(index, request), request);
        } finally {
            reading().unlock();
        }
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            files.forEach(EventFile::close);
            added.forEach(EventFile::close);
        }
    }

    void assertOpen() {
        if (closed) {
            throw closed();
        }
    }

    static ConnectorException closed() {
        return new ConnectorException(Kind.CLOSED, "The files were closed.");
    }

    EventIndex index() {
        return index;
    }

    EventFile file(int number) {
        return number < files.size() ? files.get(number) : added.get(number - files.size());
    }

    int fileCount() {
        return files.size();
    }

    private List<String> signs() {
        var signs = new ArrayList<>(signsOfFiles());
        if (!index.positionsRise()) {
            signs.add(
                    files.stream().anyMatch(file -> file.mapping().has(Role.POSITION)) && index.size() > 0
                            ? "the positions do not rise from line to line: events are numbered in the order of the"
                                    + " file"
                            : "no field is the position: events are numbered in the order of the file");
        }
        if (index.troubled() > 0) {
            signs.add(index.troubled() + " of " + index.size() + " records are in trouble");
        }
        return List.copyOf(signs);
    }

    /// What holds for some files only names them.
    private List<String> signsOfFiles() {
        Map<String, List<String>> holders = new LinkedHashMap<>();
        for (EventFile file : files) {
            file.signs()
                    .forEach(sign -> holders.computeIfAbsent(sign, _ -> new ArrayList<>())
                            .add(file.file().name()));
        }
        var signs = new ArrayList<String>();
        holders.forEach((sign, names) -> {
            boolean common = names.size() == files.size() || sign.startsWith(names.getFirst());
            String some = String.join(", ", names.subList(0, Math.min(names.size(), 3)));
            signs.add(common ? sign : sign + " (in " + some + (names.size() > 3 ? " …)" : ")"));
        });
        return signs;
    }

    private String system() {
        var systems = files.stream()
                .map(file -> file.mapping().cloudEvents()
                        ? "cloudevents"
                        : file.shape().system())
                .distinct()
                .toList();
        return systems.size() == 1 ? systems.getFirst() : "files";
    }

    private List<Proof> proofs() {
        var proofs = new ArrayList<Proof>();
        files.forEach(file -> proofs.addAll(file.file().proofs(!added.isEmpty())));
        return proofs;
    }

    private Set<Capability> capabilities() {
        var capabilities = EnumSet.of(Capability.GLOBAL_ORDER, Capability.BACKWARD);
        if (files.stream().allMatch(file -> file.mapping().has(Role.RECORDED_AT))) {
            capabilities.add(Capability.RECORDED_TIME);
        }
        if (whyNotFollowed.isEmpty()) {
            capabilities.add(Capability.LIVE_TAIL);
        }
        if (index.hasDenseVersions()) {
            capabilities.add(Capability.DENSE_VERSIONS);
        }
        return capabilities;
    }

    private Map<EventField, List<FieldLocation>> fields() {
        Map<EventField, List<FieldLocation>> fields = new EnumMap<>(EventField.class);
        for (EventFile file : files) {
            file.mapping().fields().forEach((field, places) -> {
                var known = fields.computeIfAbsent(field, _ -> new ArrayList<>());
                places.stream().filter(place -> !known.contains(place)).forEach(known::add);
            });
        }
        return fields;
    }
}
