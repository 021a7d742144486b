package io.hindcast.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A history kept whole, for looking at it from all sides.
final class Recording implements HistorySink {
    final List<SampleEvent> events = new ArrayList<>();
    final List<SampleSnapshot> snapshots = new ArrayList<>();
    List<PlantedDefect> planted = List.of();

    static Recording of(long events, long seed) {
        var recording = new Recording();
        recording.planted = LedgerHistory.generate(new HistorySize(events, seed), recording);
        return recording;
    }

    @Override
    public void event(SampleEvent event) {
        events.add(event);
    }

    @Override
    public void snapshot(SampleSnapshot snapshot) {
        snapshots.add(snapshot);
    }

    Map<String, List<SampleEvent>> streams() {
        var streams = new LinkedHashMap<String, List<SampleEvent>>();
        for (var event : events) {
            streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
        }
        return streams;
    }

    PlantedDefect defect(PlantedDefect.Kind kind) {
        return planted.stream()
                .filter(defect -> defect.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /// SHA-256 over every field of every event and snapshot.
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var event : events) {
                digest.update("%d|%s|%s|%d|%s|%s|%s|"
                        .formatted(
                                event.position(),
                                event.stream(),
                                event.category(),
                                event.version(),
                                event.id(),
                                event.type(),
                                event.recordedAt())
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(event.data().copy());
                digest.update(event.metadata().copy());
            }
            for (var snapshot : snapshots) {
                digest.update("%s|%d|%s|"
                        .formatted(snapshot.stream(), snapshot.version(), snapshot.recordedAt())
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(snapshot.state().copy());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
