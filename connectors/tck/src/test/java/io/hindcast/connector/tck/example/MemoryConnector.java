package io.hindcast.connector.tck.example;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.tck.TckHistory;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens `memory:journal`, and `memory:damaged`, in which the last event cannot be read.
public final class MemoryConnector implements Connector {
    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String displayName() {
        return "Memory";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.text("firstVersion", "Version of the first event of a stream"));
    }

    @Override
    public Recognition recognises(Location location) {
        return location.scheme().filter("memory"::equals).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public EventSource open(OpenRequest request) {
        var events = TckHistory.events(firstVersion(request));
        return switch (request.location().text()) {
            case "memory:journal" -> new MemorySource(events);
            case "memory:damaged" -> new MemorySource(withLastDamaged(events));
            default ->
                throw new ConnectorException(
                        ConnectorException.Kind.NOT_FOUND, "There is no store in memory under this name.");
        };
    }

    private static long firstVersion(OpenRequest request) {
        String text = request.setting("firstVersion").orElse("1");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS, "The first version \"" + text + "\" is not a number.");
        }
    }

    private static List<Event> withLastDamaged(List<Event> events) {
        var damaged = new ArrayList<>(events);
        Event last = damaged.removeLast();
        damaged.add(new Event(
                last.stream(),
                last.category(),
                last.version(),
                last.position(),
                last.id(),
                last.type(),
                last.recordedAt(),
                ByteSlice.ofText("{\"reason\":"),
                last.metadata(),
                Optional.of("the body ends in the middle")));
        return damaged;
    }
}
