package io.hindcast.house.stores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Ground truth of one store. Two generators wrote these files, in two spellings; both are read here.
///
/// @param family what stands before a stream's id in its name
record Facts(JsonNode json, String family) {
    private static final Set<String> NO_STATE =
            Set.of("at", "eventsApplied", "version", "note", "position", "lastEventId");

    /// What a stream must be at an instant.
    ///
    /// @param version the last version included
    record Expected(String stream, String at, int eventsApplied, long version, Map<String, String> state) {}

    /// The one wrong snapshot.
    record Corrupted(String stream, long version, String field, String stored, String correct) {}

    static Facts read(Path file, String family) {
        try (var unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return new Facts(new ObjectMapper().readTree(unpacked), family);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long events() {
        return json.at("/counts/events").asLong();
    }

    long streams() {
        return json.at("/counts/streams").asLong();
    }

    Map<String, Long> eventsByType() {
        var counts = new LinkedHashMap<String, Long>();
        JsonNode stored = json.path("eventNameOf");
        json.at("/counts/eventsByType")
                .properties()
                .forEach(one -> counts.put(
                        stored.path(one.getKey()).asText(one.getKey()), one.getValue().asLong()));
        return counts;
    }

    /// How many snapshots of aggregates a store holds; those inside events count one an event.
    long snapshots() {
        String kind = json.at("/counts/snapshotKind").asText("");
        if (system().equals("reSolve")) {
            return json.get("snapshotVersions").valueStream()
                    .filter(one -> one.get("snapshotKey").asText().startsWith("AG;"))
                    .count();
        }
        return kind.contains("__persisted") ? events() : json.at("/counts/snapshots").asLong();
    }

    BigDecimal sumOfFinalBalances() {
        JsonNode sums = json.has("sumOfFinalBalances")
                ? json.get("sumOfFinalBalances")
                : json.at("/totals/sumOfFinalBalancesByCategory");
        return new BigDecimal(sums.get("account").asText());
    }

    List<Expected> finals() {
        var all = new ArrayList<Expected>();
        for (JsonNode stream : there()) {
            JsonNode state = stream.has("finalState") ? stream.get("finalState") : stream.get("final");
            long version = stream.has("version") ? stream.get("version").asLong() : stream.get("lastVersion").asLong();
            all.add(new Expected(name(stream), "head", stream.get("eventCount").asInt(), version, state(state)));
        }
        return all;
    }

    List<Expected> moments() {
        var all = new ArrayList<Expected>();
        for (JsonNode stream : there()) {
            for (JsonNode moment : stream.get("moments")) {
                JsonNode state = moment.has("state") ? moment.get("state") : moment;
                int applied = moment.get("eventsApplied").asInt();
                long version = moment.get("version").asLong();
                if (storesTimes()) {
                    all.add(new Expected(name(stream), instant(moment), applied, version, state(state)));
                } else if (applied > 0) {
                    all.add(new Expected(name(stream), "v" + version, applied, version, state(state)));
                }
            }
        }
        return all;
    }

    /// Moments are whole milliseconds and include them; fj-event-store keeps microseconds.
    private String instant(JsonNode moment) {
        String at = moment.get("at").asText();
        return system().equals("fjogeleit/event-store") ? at.replace("Z", "999Z") : at;
    }

    /// Whether the system writes down when events were stored; where not, moments are told by version.
    private boolean storesTimes() {
        return !system().equals("node-cqrs");
    }

    private String system() {
        return json.path("system").asText();
    }

    /// Streams that the store only marks as deleted or archived. Streams the facts list no name for are left out.
    List<String> marked() {
        var names = new ArrayList<String>();
        if (!hasMarks()) {
            return names;
        }
        for (JsonNode key : json.path("deleted").path("streamKeys")) {
            for (JsonNode stream : there()) {
                if (stream.path("streamKey").asText().equals(key.asText())) {
                    names.add(name(stream));
                }
            }
        }
        return names;
    }

    /// Whether the store numbers the events of a stream.
    boolean hasVersions() {
        return !json.at("/encoding/version").asText().startsWith("no column");
    }

    /// How many events each deleted stream had, where deleting leaves them in the store and in no stream.
    List<Long> eventsOfUnlinkedStreams() {
        var keys = new ArrayList<String>();
        json.path("deleted").path("streamKeys").forEach(key -> keys.add(key.asText()));
        var events = new ArrayList<Long>();
        if (deletingUnlinks()) {
            json.get("allStreams").forEach(stream -> {
                if (keys.contains(stream.get("streamKey").asText())) {
                    events.add(stream.get("eventCount").asLong());
                }
            });
        }
        return events;
    }

    /// Whether the reading of a clock takes the place of a version.
    boolean countsByClock() {
        return system().startsWith("valkyr");
    }

    boolean hasMarks() {
        return json.path("deleted").path("how").asText().contains("is_archived")
                || json.path("deleted").path("how").asText().contains("deleted_at");
    }

    /// Whether the events of a deleted stream stay in the store, in no stream.
    boolean deletingUnlinks() {
        return system().equals("rails-event-store");
    }

    /// Balances by effective date, knowing everything, by stream and date.
    Map<String, Map<String, String>> effectiveBalances() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        if (!storesTimes()) {
            return all;
        }
        for (JsonNode stream : there()) {
            var dates = all.computeIfAbsent(name(stream), _ -> new LinkedHashMap<>());
            stream.path("effective")
                    .forEach(one -> dates.put(
                            one.get("asOfDateInclusive").asText(),
                            one.get("balanceByEffectiveDateKnowingEverything").asText()));
            stream.path("byEffectiveDate")
                    .forEach(one -> dates.put(
                            one.get("endOfDay").asText(), one.get("balanceByEffectiveDate").asText()));
        }
        return all;
    }

    Optional<Corrupted> corrupted() {
        JsonNode one = json.path("corruptedSnapshots").path(0);
        if (!one.isMissingNode()) {
            String field = one.get("field").asText().split(" ")[0];
            return Optional.of(new Corrupted(
                    streamOfKey(one.get("streamKey").asText()),
                    one.get("storeVersion").asLong(),
                    field.substring(field.lastIndexOf('.') + 1),
                    number(one.get("after"), field),
                    number(one.get("before"), field)));
        }
        one = json.path("corruptedSnapshot");
        // fj-event-store has a wrong entry in the state of a projection, which is no snapshot.
        return one.has("streamId") && !one.has("projection")
                ? Optional.of(new Corrupted(
                        name(one),
                        lastIncluded(one),
                        one.get("field").asText(),
                        one.get("stored").asText(),
                        one.get("correct").asText()))
                : Optional.empty();
    }

    /// The version of the last event that the wrong snapshot includes; node-cqrs numbers snapshots as events.
    private static long lastIncluded(JsonNode corrupted) {
        return corrupted.has("aggregateVersion")
                ? corrupted.get("aggregateVersion").asLong() - 1
                : corrupted.has("cursor")
                        ? clock(corrupted.get("cursor").asText().split("-"))
                        : corrupted.path("revision").asLong(corrupted.path("version").asLong());
    }

    /// Milliseconds in base 36 and a counter of five digits.
    private static long clock(String[] reading) {
        return Long.parseLong(reading[0], 36) * 100_000 + Long.parseLong(reading[1]);
    }

    private static String number(JsonNode value, String field) {
        if (value.has("_data_")) {
            return value.get("_data_").asText();
        }
        return value.isObject()
                ? value.get(field.substring(field.lastIndexOf('.') + 1)).asText()
                : value.asText();
    }

    /// The streams that the facts tell about and that are not gone from the store.
    private List<JsonNode> there() {
        var streams = new ArrayList<JsonNode>();
        json.get("streams").forEach(stream -> {
            if (!stream.path("hardDeleted").asBoolean() && !(deletingUnlinks() && stream.path("deleted").asBoolean())) {
                streams.add(stream);
            }
        });
        return streams;
    }

    private String streamOfKey(String key) {
        for (JsonNode stream : json.get("streams")) {
            if (stream.path("streamKey").asText().equals(key)) {
                return name(stream);
            }
        }
        throw new IllegalStateException("no stream has the key " + key);
    }

    private String name(JsonNode stream) {
        if (stream.has("storeStreamId")) {
            return family + stream.get("storeStreamId").asText();
        }
        String name = stream.get("streamId").asText();
        // The facts put the kind before the id, which alone is the key of the tables.
        return switch (system()) {
            case "wolkenkit" -> name.substring(name.lastIndexOf('.') + 1);
            case "fjogeleit/event-store" -> name.substring(name.lastIndexOf('/') + 1);
            default -> name;
        };
    }

    private Map<String, String> state(JsonNode state) {
        var values = new LinkedHashMap<String, String>();
        state.properties().forEach(one -> {
            if (one.getValue().isValueNode() && !NO_STATE.contains(one.getKey()) && !isEncrypted(one.getKey())) {
                values.put(one.getKey(), one.getValue().asText());
            }
        });
        return values;
    }

    /// Events of the reSolve stores hold names as cipher text, the facts as plain text.
    private boolean isEncrypted(String field) {
        return system().equals("reSolve") && field.equals("owner");
    }
}
