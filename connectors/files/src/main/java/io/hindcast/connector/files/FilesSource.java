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
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One file, or the files of a folder, opened as one store.
final class FilesSource implements EventSource {
    private final List<EventFile> files;
    private final EventIndex index;
    private final List<NotRead> notRead;
    private volatile boolean closed;

    /// Takes over the files, and closes them.
    FilesSource(List<EventFile> files, EventIndex index, List<NotRead> notRead) {
        this.files = List.copyOf(files);
        this.index = index;
        this.notRead = List.copyOf(notRead);
    }

    @Override
    public SourceInfo info() {
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
        return new FilesCursor(this, Walk.of(index, request), request);
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
        return files.get(number);
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
        files.forEach(file -> proofs.addAll(file.file().proofs()));
        return proofs;
    }

    private Set<Capability> capabilities() {
        var capabilities = EnumSet.of(Capability.GLOBAL_ORDER, Capability.BACKWARD);
        if (files.stream().allMatch(file -> file.mapping().has(Role.RECORDED_AT))) {
            capabilities.add(Capability.RECORDED_TIME);
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
