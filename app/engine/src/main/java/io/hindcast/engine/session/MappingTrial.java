package io.hindcast.engine.session;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a mapping would read, before it is used: the first events, or why there are none.
///
/// @param events the first of them, in the order of the store
/// @param complete whether there are no more than these
/// @param refusal why the store did not open by this mapping, as a sentence
public record MappingTrial(List<Event> events, boolean complete, Optional<String> refusal) {
    /// As many as a person looks through.
    private static final int ROWS = 100;

    public MappingTrial {
        events = List.copyOf(events);
    }

    /// Of these events, how many hold something that could not be read.
    public long troubles() {
        return events.stream().filter(event -> event.trouble().isPresent()).count();
    }

    /// Of these events, how many streams they are of.
    public long streams() {
        return events.stream().map(Event::stream).distinct().count();
    }

    /// Opens the store by a mapping, reads a little and closes it again.
    ///
    /// @param text the mapping file
    /// @throws IOException when no temporary file can be written
    public static MappingTrial of(Connector connector, OpenRequest request, String text) throws IOException {
        Path file = Files.createTempFile("hindcast-mapping", ".layout");
        try {
            Files.writeString(file, text);
            var settings = new HashMap<>(request.settings());
            settings.put(CatalogueOpener.MAPPING, file.toString());
            try (EventSource source =
                    connector.open(new OpenRequest(request.location(), settings, request.password()))) {
                return read(source);
            }
        } catch (ConnectorException refused) {
            String name = String.valueOf(file.getFileName());
            return new MappingTrial(List.of(), true, Optional.of(refused.sentence().replace(name, "the mapping")));
        } finally {
            Files.delete(file);
        }
    }

    private static MappingTrial read(EventSource source) {
        try (var cursor = source.read(ReadRequest.store(Detail.FULL).withPageSize(ROWS))) {
            Optional<EventPage> page = cursor.next();
            return page.map(first -> new MappingTrial(events(first), first.size() < ROWS, Optional.empty()))
                    .orElseGet(() -> new MappingTrial(List.of(), true, Optional.empty()));
        }
    }

    private static List<Event> events(EventPage page) {
        return IntStream.range(0, page.size()).mapToObj(page::event).toList();
    }
}
