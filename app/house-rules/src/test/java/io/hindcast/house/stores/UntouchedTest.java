package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A whole visit leaves a file store and its folder as they were, byte for byte.
class UntouchedTest {
    @ParameterizedTest
    @CsvSource({
        "axon4-jdbc-h2, store.mv.db",
        "pyeventsourcing-sqlite, store.sqlite",
        "evtstore-sqlite, store.sqlite",
        "emmett-sqlite, store.sqlite",
        "exports, events.ndjson",
        "exports, events.csv"
    })
    void nothing_is_written_by_any_verb(String folder, String file, @TempDir Path scratch) throws IOException {
        var store = new RealStore(folder);
        Path copy = store.unpack(file, scratch);
        String before = RealStore.hashOf(copy);
        String stream = store.facts().list("/streams").getFirst().has("/storeStreamId")
                ? store.facts().text("/streams/0/storeStreamId")
                : store.facts().text("/streams/0/streamId");

        for (List<String> verb : List.of(
                List.of("inspect", copy.toString()),
                List.of("streams", copy.toString()),
                List.of("events", copy.toString()),
                List.of("marks", copy.toString()),
                List.of("state", copy.toString(), "--stream", stream),
                List.of("diff", copy.toString(), "--stream", stream, "--from", "v2"),
                List.of("blame", copy.toString(), "--stream", stream, "--field", ""),
                List.of("verify", copy.toString()))) {
            assertThat(TestHouse.run(verb).code()).as("%s", verb).isLessThanOrEqualTo(1);
        }

        assertThat(RealStore.hashOf(copy)).isEqualTo(before);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).containsExactly(copy);
        }
    }
}
