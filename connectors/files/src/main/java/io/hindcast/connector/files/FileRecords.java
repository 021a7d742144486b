package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.files.RecordScanner.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One opened file cut into records, whatever these mean. Safe for many threads, each with a reader and a scanner of its
/// own. Does not close the file.
final class FileRecords {
    private static final int SAMPLE_RECORDS = 200;
    private static final long SAMPLE_BYTES = 1 << 22;
    private static final long LONGEST_SAMPLE = 1 << 28;

    private final MappedFile file;
    private final Detection detection;
    private final Optional<CsvFormat> csv;
    private final RowReader rows;
    private final List<Row> sample;
    private final long firstLine;

    /// @throws ConnectorException if the file holds no records
    FileRecords(MappedFile file, Declaration declaration) {
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
        this.firstLine = 1;
        this.sample = sampled();
    }

    private FileRecords(FileRecords before, MappedFile added, long firstLine) {
        this.file = added;
        this.detection = new Detection(Shape.LINES, 0, false, before.detection.utf8());
        this.csv = Optional.empty();
        this.rows = before.rows;
        this.sample = List.of();
        this.firstLine = firstLine;
    }

    /// Lines that were added to a file of lines.
    ///
    /// @param line the number of the first of them
    FileRecords goneOnIn(MappedFile added, long line) {
        return new FileRecords(this, added, line);
    }

    MappedFile file() {
        return file;
    }

    Detection detection() {
        return detection;
    }

    Optional<CsvFormat> csv() {
        return csv;
    }

    /// The first records that can be taken apart.
    List<Row> sample() {
        return sample;
    }

    /// The names of the columns, none for JSON.
    List<String> header() {
        return csv.map(CsvFormat::columns).orElse(List.of());
    }

    /// A reader for one thread.
    RowReader reader() {
        return switch (rows) {
            case RowReader.Json json -> new RowReader.Json(new JsonRow.Names(), json.suspicious());
            case RowReader.Csv cells -> cells;
        };
    }

    RecordScanner scanner(ByteWindow bytes) {
        return switch (detection.shape()) {
            case LINES -> new LineScanner(bytes, detection.start(), firstLine);
            case ARRAY -> new JsonValueScanner(bytes, detection.start(), !detection.empty());
            case VALUES -> new JsonValueScanner(bytes, detection.start(), false);
            case CSV ->
                csv.<RecordScanner>map(format -> format.scanner(bytes))
                        .orElseGet(() -> new LineScanner(bytes, detection.start(), 1));
        };
    }

    private List<Row> sampled() {
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
}
