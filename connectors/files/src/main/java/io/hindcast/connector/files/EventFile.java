package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One opened file with all that was found out about it. Safe for many threads, each with a reader of its own.
final class EventFile implements AutoCloseable {
    private static final int SAMPLE_RECORDS = 200;
    private static final long SAMPLE_BYTES = 1 << 22;
    private static final long LONGEST_SAMPLE = 1 << 28;

    private final FileRecords records;
    private final Mapping mapping;
    private final TimeReader times;
    private final Set<String> signs = new LinkedHashSet<>();

    private EventFile(MappedFile file, Declaration declaration) {
        this.records = new FileRecords(file, declaration);
        var sample = new SampledValues(records.sample());
        this.mapping = new MappingFinder(file.name(), records.sample(), records.header(), declaration).mapping();
        var sampledTimes = mapping.names().getOrDefault(Role.RECORDED_AT, List.of()).stream()
                .flatMap(name -> sample.textsOf(name).stream())
                .toList();
        this.times = TimeReader.of(declaration, sampledTimes);
        sign(declaration, sampledTimes);
    }

    private EventFile(EventFile before, FileRecords added) {
        this.records = added;
        this.mapping = before.mapping;
        this.times = before.times;
    }

    /// Lines that were added to this file, read like those before.
    ///
    /// @param line the number of the first of them
    EventFile goneOnIn(MappedFile added, long line) {
        return new EventFile(this, records.goneOnIn(added, line));
    }

    /// @throws ConnectorException if the file cannot be read or holds no events
    static EventFile open(Path path, Declaration declaration) {
        var mapped = MappedFile.open(path);
        try {
            return new EventFile(mapped, declaration);
        } catch (RuntimeException e) {
            mapped.close();
            throw e;
        }
    }

    MappedFile file() {
        return records.file();
    }

    Shape shape() {
        return records.detection().shape();
    }

    Mapping mapping() {
        return mapping;
    }

    /// The signs that it was recognised by.
    Set<String> signs() {
        return signs;
    }

    EnvelopeReader reader() {
        return new EnvelopeReader(records.reader(), mapping, times);
    }

    RecordScanner scanner(ByteWindow bytes) {
        return records.scanner(bytes);
    }

    @Override
    public void close() {
        file().close();
    }

    private void sign(Declaration declaration, List<String> sampledTimes) {
        signs.add(file().name() + " holds " + shape().words());
        if (mapping.cloudEvents()) {
            signs.add("`specversion` and `source` make the records CloudEvents");
        }
        for (Role role : Role.values()) {
            mapping.names().getOrDefault(role, List.of()).stream()
                    .findFirst()
                    .ifPresent(name -> signs.add("`%s` is %s%s"
                            .formatted(
                                    name,
                                    role.meaning(),
                                    declaration.names().containsKey(role) ? ", as declared" : "")));
        }
        if (mapping.textBody()) {
            signs.add("bodies are JSON inside of a text");
        }
        if (!mapping.hasBody() && !mapping.names().isEmpty()) {
            signs.add("no field is the body: the fields without a meaning of their own make it up");
        }
        if (!mapping.has(Role.VERSION) && !mapping.names().isEmpty()) {
            signs.add("no field is the version: events of a stream are counted from 1 in the order of the file");
        }
        records.csv().ifPresent(this::signCsv);
        signTimes(declaration, sampledTimes);
    }

    private void signCsv(CsvFormat format) {
        signs.add("cells are separated by "
                + switch (format.delimiter()) {
                    case '\t' -> "tabs";
                    default -> "\"" + format.delimiter() + "\"";
                });
        if (!records.detection().utf8()) {
            signs.add("the text is not UTF-8: read as " + format.encoding().displayName());
        }
    }

    private void signTimes(Declaration declaration, List<String> sampledTimes) {
        if (sampledTimes.stream().anyMatch(times::isLocal)) {
            signs.add(
                    declaration.zone().isPresent()
                            ? "times without an offset are those of " + times.zone() + ", as declared"
                            : "times carry no offset and no zone was declared: read as UTC, an assumption");
        }
        if (declaration.timeFormat().isEmpty() && sampledTimes.stream().anyMatch(text -> text.indexOf('/') > 0)) {
            signs.add("dates with slashes are read with the " + (times.monthFirst() ? "month" : "day") + " first");
        }
    }
}
