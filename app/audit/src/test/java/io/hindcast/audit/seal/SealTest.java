package io.hindcast.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private Seal seal(MemoryEvents store, Path file, Optional<Seal> previous) throws IOException {
        return new Sealing(store, "memory", "test", NOW)
                .seal(file, previous, Progress.SILENT, Cancellation.never())
                .orElseThrow();
    }

    private static SealVerdict verify(MemoryEvents store, Path file) throws IOException {
        return new SealVerifier(store).verify(file, Progress.SILENT, Cancellation.never());
    }

    private static Random seeded(long seed) {
        return new Random(seed);
    }

    /// A thousand seeds, each a store that is sealed, grows, is sealed again as its continuation, and grows.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clean_growth_is_never_called_a_change(boolean ordered) throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            var random = seeded(seed);
            var store = new MemoryEvents(ordered);
            store.grow(1 + random.nextInt(25), random);
            Path first = folder.resolve("first.json");
            Path second = folder.resolve("second.json");
            Seal before = seal(store, first, Optional.empty());
            int more = random.nextInt(20);
            store.grow(more, random);
            Seal after = seal(store, second, Optional.of(before));
            store.grow(random.nextInt(5), random);

            assertThat(verify(store, first).isUnchanged()).as("seed %d", seed).isTrue();
            assertThat(verify(store, second).isUnchanged()).as("seed %d", seed).isTrue();
            assertThat(after.events() - before.events()).isEqualTo(more);
            assertThat(!ordered || after.continuesPrevious()).as("seed %d", seed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_tampering_with_a_random_event_is_found_and_named(boolean ordered) throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            var random = seeded(seed);
            var store = new MemoryEvents(ordered);
            store.grow(30 + random.nextInt(30), random);
            Path file = folder.resolve("seal.json");
            seal(store, file, Optional.empty());
            int place = random.nextInt(store.events().size());
            Event victim = store.events().get(place);

            var edited = store.copy();
            edited.events().set(place, with(victim, ByteSlice.ofText("{\"n\":0}"), victim.recordedAt(), victim.version()));
            assertThat(only(edited, file)).isEqualTo(changed(victim, Tampering.Part.BODY));

            var later = store.copy();
            Optional<Instant> second = victim.recordedAt().map(at -> at.plusSeconds(1));
            later.events().set(place, with(victim, victim.data(), second, victim.version()));
            assertThat(only(later, file)).isEqualTo(changed(victim, Tampering.Part.RECORDED_TIME));

            var deleted = store.copy();
            deleted.events().remove(place);
            assertThat(only(deleted, file)).isIn(
                    new Tampering.Missing(victim.stream(), victim.version(), micros(victim)),
                    new Tampering.StreamGone(victim.stream(), 1));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_put_in_or_moved_in_a_renumbered_stream_is_named(boolean ordered) throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            var random = seeded(seed);
            var store = new MemoryEvents(ordered);
            store.grow(40, random);
            Path file = folder.resolve("seal.json");
            seal(store, file, Optional.empty());
            List<Integer> stream = longest(store);
            int at = random.nextInt(stream.size() - 1);
            Event victim = store.events().get(stream.get(at));

            var inserted = store.copy();
            for (int later : stream.subList(at, stream.size())) {
                Event one = store.events().get(later);
                inserted.events().set(later, with(one, one.data(), one.recordedAt(), next(one.version())));
            }
            Event put = store.event(victim.stream(), victim.version().orElseThrow(), victim.position().map(Position::low).orElse(0L), random);
            inserted.events().add(stream.get(at), put);
            assertThat(only(inserted, file)).isEqualTo(new Tampering.Inserted(victim.stream(), victim.version()));

            var swapped = store.copy();
            Event other = store.events().get(stream.get(at + 1));
            swapped.events().set(stream.get(at), content(victim, other));
            swapped.events().set(stream.get(at + 1), content(other, victim));
            assertThat(only(swapped, file)).isEqualTo(new Tampering.Reordered(victim.stream(), victim.version()));

            var removed = store.copy();
            for (int later : stream.subList(at + 1, stream.size())) {
                Event one = store.events().get(later);
                removed.events().set(later, with(one, one.data(), one.recordedAt(), OptionalLong.of(one.version().orElseThrow() - 1)));
            }
            removed.events().remove((int) stream.get(at));
            assertThat(only(removed, file)).isEqualTo(new Tampering.Missing(victim.stream(), victim.version(), micros(victim)));
        }
    }

    @Test
    void an_event_put_at_the_end_of_a_stream_below_the_sealed_position_is_told() throws IOException {
        var random = seeded(1);
        var store = new MemoryEvents(true);
        store.grow(20, random);
        Path file = folder.resolve("seal.json");
        seal(store, file, Optional.empty());

        store.events().add(5, store.event("stream-new", 1, store.events().get(4).position().orElseThrow().low(), random));

        SealVerdict verdict = verify(store, file);
        assertThat(verdict.isUnchanged()).isFalse();
        assertThat(verdict.late()).isEqualTo(1);
        assertThat(verdict.newStreams()).isEqualTo(1);
    }

    /// Somebody's transaction is open: what lies above the horizon may yet get a neighbour below.
    @Test
    void what_lies_above_the_horizon_is_not_sealed_and_raises_no_alarm_when_its_neighbour_comes() throws IOException {
        var random = seeded(7);
        var store = new MemoryEvents(true);
        store.grow(20, random);
        Event late = store.events().remove(15);
        store.completeUpTo(late.position().orElseThrow().low() - 1);
        Path file = folder.resolve("seal.json");
        Seal seal = seal(store, file, Optional.empty());
        store.events().add(15, late);

        assertThat(seal.events()).isEqualTo(15);
        assertThat(SealVerifier.read(file)).isEqualTo(seal);
        assertThat(seal.end().isProven()).isTrue();
        assertThat(verify(store, file).isUnchanged()).isTrue();
    }

    @Test
    void a_store_that_does_not_continue_a_seal_gets_no_seal_that_says_so() throws IOException {
        var store = new MemoryEvents(true);
        store.grow(20, seeded(2));
        Seal before = seal(store, folder.resolve("seal.json"), Optional.empty());
        store.events().removeFirst();

        assertThatThrownBy(() -> seal(store, folder.resolve("next.json"), Optional.of(before)))
                .isInstanceOf(BrokenSeal.class)
                .hasMessageContaining("does not continue");
        assertThat(folder).isDirectoryNotContaining("glob:**next*").isDirectoryNotContaining("glob:**part*");
    }

    @Test
    void a_seal_or_its_traces_that_were_altered_are_refused() throws IOException {
        var store = new MemoryEvents(false);
        store.grow(20, seeded(3));
        Path file = folder.resolve("seal.json");
        seal(store, file, Optional.empty());
        String good = Files.readString(file);

        Files.writeString(file, good.replace("\"events\": 20", "\"events\": 19"));
        assertThatThrownBy(() -> verify(store, file)).isInstanceOf(BrokenSeal.class);
        Files.writeString(file, good.replaceFirst("\"root\": \"..", "\"root\": \"00"));
        assertThatThrownBy(() -> verify(store, file)).isInstanceOf(BrokenSeal.class);
        Files.writeString(file, good.replace("\"traces\"", "\"tracks\""));
        assertThatThrownBy(() -> verify(store, file)).isInstanceOf(BrokenSeal.class).hasMessageContaining("traces");
        Files.writeString(file, good);
        Path traces = folder.resolve("seal.json.traces");
        byte[] bytes = Files.readAllBytes(traces);
        bytes[40] ^= 1;
        Files.write(traces, bytes);
        assertThatThrownBy(() -> verify(store, file)).isInstanceOf(BrokenSeal.class).hasMessageContaining("SHA-256");
        Files.delete(traces);
        assertThatThrownBy(() -> verify(store, file)).isInstanceOf(BrokenSeal.class).hasMessageContaining("not beside it");
    }

    @Test
    void one_event_is_proven_to_be_in_the_seal_without_the_store() throws IOException {
        var store = new MemoryEvents(true);
        store.grow(50, seeded(4));
        Seal seal = seal(store, folder.resolve("seal.json"), Optional.empty());
        store.grow(10, seeded(5));
        Event event = store.events().get(17);

        InclusionProof proof = new Prover(store)
                .prove(seal, event.stream(), event.version().orElseThrow(), Progress.SILENT, Cancellation.never())
                .orElseThrow();
        InclusionProof read = InclusionProof.read(proof.text().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(proof);
        assertThat(read.holdsFor(seal)).isTrue();
        assertThat(new InclusionProof(read.event().replace("Type", "Typo"), read.leaf(), read.leaves(), read.path()).holdsFor(seal))
                .isFalse();
    }

    @Test
    void a_cancelled_run_leaves_nothing() throws IOException {
        var store = new MemoryEvents(true);
        store.grow(20, seeded(6));
        var cancelled = new Cancellation();
        cancelled.cancel();

        assertThat(new Sealing(store, "memory", "test", NOW)
                        .seal(folder.resolve("seal.json"), Optional.empty(), Progress.SILENT, cancelled))
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private static Tampering only(MemoryEvents store, Path file) throws IOException {
        SealVerdict verdict = verify(store, file);
        assertThat(verdict.isUnchanged()).isFalse();
        assertThat(verdict.tampering()).hasSize(1);
        return verdict.tampering().getFirst();
    }

    private static Tampering changed(Event event, Tampering.Part part) {
        return new Tampering.Changed(event.stream(), event.version(), Set.of(part), micros(event));
    }

    private static Optional<Instant> micros(Event event) {
        return event.recordedAt().map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    /// Places of the events of the stream with the most of them.
    private static List<Integer> longest(MemoryEvents store) {
        var places = new TreeMap<String, List<Integer>>();
        for (int place = 0; place < store.events().size(); place++) {
            places.computeIfAbsent(store.events().get(place).stream(), _ -> new ArrayList<>()).add(place);
        }
        return places.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    }

    private static OptionalLong next(OptionalLong version) {
        return OptionalLong.of(version.orElseThrow() + 1);
    }

    /// The place of one event with what another says.
    private static Event content(Event place, Event other) {
        return new Event(
                place.stream(), place.category(), place.version(), place.position(), other.id(), other.type(),
                other.recordedAt(), other.data(), other.metadata(), other.trouble());
    }

    private static Event with(Event event, ByteSlice data, Optional<Instant> at, OptionalLong version) {
        return new Event(
                event.stream(), event.category(), version, event.position(), event.id(), event.type(), at, data,
                event.metadata(), event.trouble());
    }
}
