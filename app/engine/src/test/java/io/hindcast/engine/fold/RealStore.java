package io.hindcast.engine.fold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.PayloadShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Events and snapshots of a real store, read from its SQL dump without a database.
public record RealStore(Map<String, List<FoldEvent>> streams, List<Snapshot> snapshots, JsonNode facts) {
    public static final List<String> ALL = List.of(
            "message-db", "axon4-jdbc-postgresql", "pyeventsourcing-postgresql", "emmett-postgresql", "evtstore-postgres");

    private static final StandardPayloads DECODER = new StandardPayloads();
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.SNIFFED);
    private static final PayloadShape PYTHON =
            new PayloadShape(PayloadShape.Formats.PYTHON_TRANSCODED, "", List.of("timestamp", "originator_topic"));
    private static final PayloadShape PYTHON_STATE =
            new PayloadShape(PayloadShape.Formats.PYTHON_TRANSCODED, "/state", List.of("_created_on", "_modified_on"));

    public record Snapshot(String stream, String category, long version, StateValue state) {}

    /// The events of one stream by version; none when the stream is not there.
    public List<FoldEvent> eventsOf(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    public static String text(String file) {
        try {
            return Files.readString(root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RealStore load(String name) {
        var streams = new TreeMap<String, List<FoldEvent>>();
        var snapshots = new ArrayList<Snapshot>();
        for (String line : unzipped("sample-data/real/" + name + "/dump.sql.gz").split("\n", -1)) {
            if (line.startsWith("INSERT INTO ")) {
                String table = line.split(" ", 4)[2];
                row(table.substring(table.indexOf('.') + 1), SqlRow.values(line), streams, snapshots);
            }
        }
        streams.values().forEach(events ->
                events.sort(Comparator.comparingLong(event -> event.header().version().orElseThrow())));
        snapshots.sort(Comparator.comparing(Snapshot::stream).thenComparingLong(Snapshot::version));
        try {
            var facts = new ObjectMapper().readTree(unzipped("sample-data/real/" + name + "/facts.json.gz"));
            return new RealStore(streams, snapshots, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(
            String table, List<String> row, Map<String, List<FoldEvent>> streams, List<Snapshot> snapshots) {
        switch (table) {
            case "messages" -> messageDb(row, streams, snapshots);
            case "domainevententry" ->
                add(streams, row.get(1), row.get(3), number(row.get(2)), row.get(8), bytes(row.get(6)), JSON);
            case "snapshotevententry" ->
                snapshots.add(new Snapshot(
                        row.get(0), row.get(2), number(row.get(1)), DECODER.decode(bytes(row.get(5)), JSON)));
            case "bankaccounts_events" ->
                add(streams, row.get(0), "BankAccount", number(row.get(1)), row.get(2), bytes(row.get(3)), PYTHON);
            case "bankaccounts_snapshots" ->
                snapshots.add(new Snapshot(
                        row.get(0), "BankAccount", number(row.get(1)), DECODER.decode(bytes(row.get(3)), PYTHON_STATE)));
            case "emt_messages_emt_default_active", "emt_messages_emt_default_archived" ->
                add(streams, row.get(6), "bankAccount", number(row.get(0)), row.get(10), bytes(row.get(11)), JSON);
            case "accounts" ->
                snapshots.add(new Snapshot(
                        row.get(0),
                        "bankAccount",
                        number(row.get(3)),
                        DECODER.decode(
                                bytes(row.get(1)),
                                new PayloadShape(PayloadShape.Formats.JSON, "", List.of("_id", "_version")))));
            case "events" -> evtstore(row, streams, snapshots);
            default -> {}
        }
    }

    private static void messageDb(List<String> row, Map<String, List<FoldEvent>> streams, List<Snapshot> snapshots) {
        String stream = row.get(3);
        if (stream.startsWith("account:snapshot-")) {
            var whole = DECODER.decode(bytes(row.get(5)), JSON);
            var version = whole.at(FieldPath.parse("/entityVersion"));
            snapshots.add(new Snapshot(
                    stream.replace(":snapshot", ""),
                    "account",
                    number(version.toString()),
                    whole.at(FieldPath.parse("/entityData"))));
        } else if (stream.startsWith("account-")) {
            add(streams, stream, "account", number(row.get(1)), row.get(4), bytes(row.get(5)), JSON);
        }
    }

    private static void evtstore(List<String> row, Map<String, List<FoldEvent>> streams, List<Snapshot> snapshots) {
        ByteSlice body = bytes(row.get(5));
        String stream = row.get(2) + "/" + row.get(3);
        var whole = DECODER.decode(body, JSON);
        String type = ((Text) whole.at(FieldPath.parse("/type"))).value();
        add(
                streams,
                stream,
                row.get(2),
                number(row.get(1)),
                type,
                body,
                new PayloadShape(PayloadShape.Formats.JSON, "", List.of("type", "__persisted")));
        var persisted = DECODER.decode(
                body,
                new PayloadShape(PayloadShape.Formats.JSON, "/__persisted", List.of("__pv", "version", "aggregateId")));
        if (persisted.isPresent()) {
            snapshots.add(new Snapshot(stream, row.get(2), number(row.get(1)), persisted));
        }
    }

    private static void add(
            Map<String, List<FoldEvent>> streams,
            String stream,
            String category,
            long version,
            String type,
            ByteSlice body,
            PayloadShape shape) {
        var header = new Event(
                stream,
                category,
                OptionalLong.of(version),
                Optional.empty(),
                Optional.empty(),
                type,
                Optional.empty(),
                body,
                ByteSlice.empty(),
                Optional.empty());
        streams.computeIfAbsent(stream, _ -> new ArrayList<>())
                .add(new FoldEvent(header, DECODER.decode(body, shape), Absent.ABSENT));
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    private static ByteSlice bytes(String literal) {
        return literal.startsWith("\\x")
                ? ByteSlice.of(HexFormat.of().parseHex(literal.substring(2)))
                : ByteSlice.ofText(literal);
    }

    private static String unzipped(String file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(root().resolve(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("hindcast.root"));
    }
}
