package io.hindcast.connector.files;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// Opens and writes the files of the tests.
final class Exports {
    static final Path REAL = Path.of(System.getProperty("hindcast.root", "."), "sample-data", "real", "exports");

    private Exports() {}

    static EventSource open(Path path) {
        return open(path, Map.of());
    }

    static EventSource open(Path path, Map<String, String> settings) {
        var request = new OpenRequest(new Location(path.toString()), settings, Optional::empty);
        return new FilesConnector().open(request);
    }

    static List<Event> events(Path path) {
        return events(path, Map.of());
    }

    static List<Event> events(Path path, Map<String, String> settings) {
        try (var source = open(path, settings)) {
            return ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
        }
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ndjson(List<Event> events) {
        var lines = new StringJoiner("\n", "", "\n");
        for (Event event : events) {
            String metadata = event.metadata().text();
            lines.add(
                    "{\"position\":%s,\"eventId\":\"%s\",\"stream\":\"%s\",\"category\":\"%s\",\"version\":%d,\"type\":\"%s\","
                                    .formatted(
                                            event.position().orElseThrow(),
                                            event.id().orElseThrow(),
                                            event.stream(),
                                            event.category(),
                                            event.version().orElseThrow(),
                                            event.type())
                            + "\"recordedAt\":\"%s\",%s,\"data\":%s}"
                                    .formatted(
                                            event.recordedAt().orElseThrow(),
                                            metadata.substring(1, metadata.length() - 1),
                                            event.data().text()));
        }
        return lines.toString();
    }

    static String csv(List<Event> events) {
        var lines =
                new StringJoiner("\r\n", "position,event_id,stream,category,version,type,recorded at,data\r\n", "\r\n");
        for (Event event : events) {
            lines.add("%s,%s,%s,%s,%d,%s,%s,\"%s\""
                    .formatted(
                            event.position().orElseThrow(),
                            event.id().orElseThrow(),
                            event.stream(),
                            event.category(),
                            event.version().orElseThrow(),
                            event.type(),
                            event.recordedAt().orElseThrow(),
                            event.data().text().replace("\"", "\"\"")));
        }
        return lines.toString();
    }
}
