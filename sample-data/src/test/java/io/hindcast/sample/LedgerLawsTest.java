package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.sample.PlantedDefect.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds in every history, whatever its seed.
class LedgerLawsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 42})
    void versions_are_dense_but_for_the_planted_gap_and_duplicate(long seed) {
        var recording = Recording.of(8_000, seed);
        var odd = new TreeSet<String>();

        recording.streams().forEach((stream, events) -> {
            long expected = 1;
            for (var event : events) {
                if (event.version() != expected) {
                    odd.add(stream + " " + (event.version() > expected ? expected : event.version()));
                }
                expected = event.version() + 1;
            }
        });

        assertThat(odd)
                .as("seed %d", seed)
                .containsExactlyInAnyOrder(
                        place(recording.defect(Kind.VERSION_GAP)), place(recording.defect(Kind.DUPLICATE_VERSION)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 42})
    void every_snapshot_is_the_fold_of_its_events_but_for_the_corrupted_one(long seed) {
        var recording = Recording.of(8_000, seed);
        var states = statesAtSnapshots(recording);
        var wrong = new ArrayList<String>();

        for (var snapshot : recording.snapshots) {
            var expected = Objects.requireNonNull(states.get(snapshot.stream() + " " + snapshot.version()));
            if (!ReadJson.object(snapshot.state()).equals(expected)) {
                wrong.add(snapshot.stream() + " " + snapshot.version());
            }
        }

        assertThat(recording.snapshots).hasSizeGreaterThan(100);
        assertThat(wrong).as("seed %d", seed).containsExactly(place(recording.defect(Kind.CORRUPTED_SNAPSHOT)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void transfers_balance_to_zero_under_one_correlation_id(long seed) {
        var balances = new HashMap<String, BigDecimal>();

        for (var event : Recording.of(8_000, seed).events) {
            if (event.type().startsWith("Transfer")) {
                var data = ReadJson.object(event.data());
                String key = ReadJson.object(event.metadata()).get("correlationId") + " " + data.get("reference");
                var amount = (BigDecimal) Objects.requireNonNull(data.get("amount"));
                balances.merge(key, event.type().equals("TransferSent") ? amount.negate() : amount, BigDecimal::add);
            }
        }

        assertThat(balances).hasSizeGreaterThan(100).allSatisfy((_, sum) -> assertThat(sum)
                .isZero());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void only_the_planted_account_falls_below_its_limit_and_it_recovers(long seed) {
        var recording = Recording.of(8_000, seed);
        var below = new HashSet<String>();
        var recovered = new HashSet<String>();
        var folds = new LinkedHashMap<String, PlainFold>();

        for (var event : recording.events) {
            if (event.category().equals("account")) {
                var fold = folds.computeIfAbsent(event.stream(), _ -> new PlainFold());
                fold.apply(event);
                if (fold.number("balance").add(fold.number("overdraftLimit")).signum() < 0) {
                    below.add(event.stream());
                } else if (below.contains(event.stream())
                        && fold.number("balance").signum() > 0) {
                    recovered.add(event.stream());
                }
            }
        }

        String planted = recording.defect(Kind.NEGATIVE_BALANCE).stream();
        assertThat(below).as("seed %d", seed).containsExactly(planted);
        assertThat(recovered).as("seed %d", seed).containsExactly(planted);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 42})
    void times_only_go_forward_but_for_the_planted_regression(long seed) {
        var recording = Recording.of(8_000, seed);
        var back = new ArrayList<String>();

        for (int i = 1; i < recording.events.size(); i++) {
            var event = recording.events.get(i);
            if (!event.recordedAt().isAfter(recording.events.get(i - 1).recordedAt())) {
                back.add(event.stream() + " " + event.version());
            }
        }

        assertThat(back).containsExactly(place(recording.defect(Kind.CLOCK_REGRESSION)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42})
    void every_cause_is_an_earlier_event_with_the_same_correlation_id(long seed) {
        var correlations = new HashMap<String, Object>();

        for (var event : Recording.of(8_000, seed).events) {
            Map<String, Object> metadata = ReadJson.object(event.metadata());
            if (metadata.containsKey("causationId")) {
                assertThat(correlations.get(String.valueOf(metadata.get("causationId"))))
                        .as("%s v%d", event.stream(), event.version())
                        .isEqualTo(metadata.get("correlationId"));
            }
            correlations.put(event.id(), Objects.requireNonNull(metadata.get("correlationId")));
        }
    }

    private static Map<String, Map<String, Object>> statesAtSnapshots(Recording recording) {
        var states = new HashMap<String, Map<String, Object>>();
        var wanted = new HashSet<String>();
        recording.snapshots.forEach(snapshot -> wanted.add(snapshot.stream() + " " + snapshot.version()));
        recording.streams().forEach((stream, events) -> {
            var fold = new PlainFold();
            for (var event : events) {
                if (!event.category().equals("payment")) {
                    fold.apply(event);
                    String place = stream + " " + event.version();
                    if (wanted.contains(place)) {
                        var copy = new LinkedHashMap<>(fold.state());
                        copy.computeIfPresent("lines", (_, lines) -> new ArrayList<>((ArrayList<?>) lines));
                        states.put(place, copy);
                    }
                }
            }
        });
        return states;
    }

    private static String place(PlantedDefect defect) {
        return defect.stream() + " " + defect.version();
    }
}
