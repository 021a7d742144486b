package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.files.RecordScanner.Stretch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One opened file with all that was found out about it. Safe for many threads, each with a reader of its own.
final class EventFile implements AutoCloseable {
    private static final int SAMPLE_RECORDS = 200;
    private static final long SAMPLE_BYTES = 1 << 22;
    private static final long LONGEST_SAMPLE = 1 << 28;

    private final MappedFile file;
    private final Detection detection;
    private final Optional<CsvFormat> csv;
    private final RowReader rows;
    private final Mapping mapping;
    private final TimeReader times;
    private final Set<String> signs = new LinkedHashSet<>();

    private EventFile(MappedFile file, Declaration declaration) {
        this.file = file;
        this.detection = Detection.of(file.name(), file.bytes());
        var bytes = new ByteWindow(file.bytes());
        boolean headed = detection.shape() == Shape.CSV && !detection.empty();
        this.csv = headed ? Optional.of(CsvFormat.of(file.name(), bytes, detection, declaration)) : Optional.empty();
        this.rows = csv.<RowReader>map(format -> new RowReader.Csv(
                        format.columns(),
                        format.kinds(bytes, declaration.decimal()),
                        format.delimiter(),
                        format.encoding()))
                .orElseGet(() -> new RowReader.Json(new JsonRow.Names(), !detection.utf8()));
        var sample = sample();
        var header = csv.map(CsvFormat::columns).orElse(List.of());
        this.mapping = new MappingGuess(file.name(), sample, header, declaration).mapping();
        var sampledTimes = textsOf(sample, Role.RECORDED_AT);
        this.times = TimeReader.of(declaration, sampledTimes);
        sign(declaration, sampledTimes);
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
        return file;
    }

    Shape shape() {
        return detection.shape();
    }

    Mapping mapping() {
        return mapping;
    }

    /// The signs that it was recognised by.
    Set<String> signs() {
        return signs;
    }

    EnvelopeReader reader() {
        var own = switch (rows) {
            case RowReader.Json json -> new RowReader.Json(new JsonRow.Names(), json.suspicious());
            case RowReader.Csv cells -> cells;
        };
        return new EnvelopeReader(own, mapping, times);
    }

    RecordScanner scanner(ByteWindow bytes) {
        return switch (detection.shape()) {
            case LINES -> new LineScanner(bytes, detection.start(), 1);
            case ARRAY -> new JsonValueScanner(bytes, detection.start(), !detection.empty());
            case VALUES -> new JsonValueScanner(bytes, detection.start(), false);
            case CSV ->
                csv.<RecordScanner>map(format -> format.scanner(bytes))
                        .orElseGet(() -> new LineScanner(bytes, detection.start(), 1));
        };
    }

    @Override
    public void close() {
        file.close();
    }

    private List<Row> sample() {
        var bytes = new ByteWindow(file.bytes());
        var scanner = scanner(bytes);
        var sample = new ArrayList<Row>();
        boolean objects = detection.empty() || csv.isPresent();
        long taken = 0;
        Optional<Stretch> next = scanner.next();
        for (int record = 0; record < SAMPLE_RECORDS && next.isPresent(); record++) {
            var place = next.get();
            if (!sample.isEmpty() && taken > SAMPLE_BYTES) {
                break;
            }
            if (place.length() <= LONGEST_SAMPLE) {
                var text = bytes.bytes(place.offset(), (int) place.length());
                try {
                    sample.add(rows.row(text, 0, text.length));
                } catch (BrokenRecord _) {
                    // shown as an event in trouble when it is read; it cannot help to guess
                }
            }
            objects |= bytes.at(bytes.skipSpace(place.offset())) == '{';
            taken += place.length();
            next = scanner.next();
        }
        if (!objects && taken > 0) {
            throw new ConnectorException(Kind.NOT_AN_EVENT_STORE, file.name() + " holds no JSON objects.");
        }
        return sample;
    }

    private List<String> textsOf(List<Row> sample, Role role) {
        var fields = mapping.names().getOrDefault(role, List.of());
        var texts = new ArrayList<String>();
        for (Row row : sample) {
            for (int place = 0; place < row.size(); place++) {
                if (fields.contains(row.name(place))) {
                    row.text(place).ifPresent(texts::add);
                }
            }
        }
        return texts;
    }

    private void sign(Declaration declaration, List<String> sampledTimes) {
        signs.add(file.name() + " holds " + detection.shape().words());
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
        csv.ifPresent(this::signCsv);
        signTimes(declaration, sampledTimes);
    }

    private void signCsv(CsvFormat format) {
        signs.add("cells are separated by "
                + switch (format.delimiter()) {
                    case '\t' -> "tabs";
                    default -> "\"" + format.delimiter() + "\"";
                });
        if (!detection.utf8()) {
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
