package io.hindcast.connector.h2;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.real.Facts;
import io.hindcast.connector.tck.real.RealStore;
import io.hindcast.event.Event;
import io.hindcast.event.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that Axon Framework 4.13 wrote with H2 2.2, against what is known of it.
class AxonOnH2Test {
    private static final RealStore AXON = new RealStore("axon4-jdbc-h2");

    @TempDir
    private Path folder;

    private Path file;
    private Facts facts;
    private EventSource source;

    @BeforeEach
    void open() throws IOException {
        file = AXON.unpack("store.mv.db", folder);
        facts = AXON.facts();
        source = new H2Connector().open(OpenRequest.of(new Location(file.toString())));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void the_system_is_recognised_and_the_file_cannot_be_written() {
        var info = source.info();

        assertThat(info.system()).isEqualTo("axon4-jdbc");
        assertThat(info.recognisedBy()).anyMatch(sign -> sign.contains("DOMAINEVENTENTRY"));
        assertThat(info.capabilities())
                .contains(
                        Capability.GLOBAL_ORDER,
                        Capability.RECORDED_TIME,
                        Capability.CHEAP_HEADERS,
                        Capability.SNAPSHOTS,
                        Capability.BACKWARD);
        assertThat(info.readOnlyProof()).hasSize(3).allMatch(Proof::held);
        assertThat(info.notRead()).as("tables beside the events").allMatch(one -> one.rows() < 0);
        assertThat(new H2Connector().recognises(new Location(file.toString()))).isEqualTo(Recognition.CERTAIN);
    }

    @Test
    void the_counts_are_those_of_the_facts() {
        var events = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events();

        assertThat(events).hasSize(Math.toIntExact(facts.number("/counts/events")));
        assertThat(events.stream().collect(groupingBy(Event::type, counting())))
                .isEqualTo(facts.numbers("/counts/eventsByType"));
        assertThat(events).allMatch(event -> event.trouble().isEmpty());
        assertThat(events).extracting(Event::category).containsOnly("BankAccount");
        assertThat(events.getLast().position().orElseThrow().low()).isEqualTo(facts.number("/extra/globalMax"));
    }

    @Test
    void every_known_stream_has_its_versions_and_times() {
        assertThat(facts.list("/streams")).isNotEmpty().allSatisfy(known -> {
            var events = ReadOut.of(source, ReadRequest.stream(known.text("/storeStreamId")))
                    .events();

            assertThat(events).hasSize(Math.toIntExact(known.number("/eventCount")));
            assertThat(events.getFirst().version()).hasValue(known.number("/firstVersion"));
            assertThat(events.getLast().version()).hasValue(known.number("/version"));
            assertThat(events.getFirst().recordedAt().orElseThrow().toString())
                    .startsWith(known.text("/firstRecordedAt").substring(0, 16));
            assertThat(events).allMatch(event -> event.data().text().startsWith("<"));
        });
    }

    @Test
    void every_snapshot_is_given_with_the_altered_one_as_it_is_stored() {
        var snapshots = snapshots();
        var altered = facts.list("/corruptedSnapshots").getFirst();

        assertThat(snapshots).hasSize(Math.toIntExact(facts.number("/counts/snapshots")));
        assertThat(source.snapshots().orElseThrow().count()).isEqualTo(snapshots.size());
        assertThat(facts.list("/snapshots"))
                .allSatisfy(known -> assertThat(snapshots)
                        .anyMatch(found -> found.stream().equals(known.text("/storeStreamId"))
                                && found.version() == known.number("/storeVersion")));
        assertThat(snapshots)
                .filteredOn(found -> found.state().text().contains(altered.text("/after")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.version()).isEqualTo(altered.number("/storeVersion"));
                    assertThat(altered.text("/where")).contains(found.stream());
                    assertThat(found.recordedAt()).isPresent();
                });
    }

    @Test
    void the_file_is_the_same_after_everything_was_read() throws IOException {
        String before = RealStore.hashOf(AXON.unpack("store.mv.db", Files.createDirectory(folder.resolve("copy"))));
        ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(100));
        snapshots();
        source.close();

        assertThat(RealStore.hashOf(file)).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("store.mv.db", "copy");
    }

    @Test
    void an_interrupted_reader_does_not_close_the_file_for_the_others() {
        var before = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
        Thread.currentThread().interrupt();
        try (var cursor = source.read(ReadRequest.store(Detail.FULL))) {
            assertThat(catchThrowable(cursor::next)).isNotNull();
        }
        assertThat(Thread.interrupted()).isTrue();

        assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).isEqualTo(before);
    }

    private List<StoredSnapshot> snapshots() {
        var all = new ArrayList<StoredSnapshot>();
        try (var cursor = source.snapshots().orElseThrow().read(Optional.empty())) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                all.addAll(page.get());
            }
        }
        return all;
    }
}
