package io.hindcast.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.changelog.LogMemory;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a history lies makes no difference to what it says.
class HistoryMemoryTest {
    private static final int EVENTS = 6_000;

    private static MemorySource source() {
        var source = new MemorySource();
        for (int i = 0; i < EVENTS; i++) {
            source.event(
                    "s-1",
                    i,
                    i % 3 == 0 ? "Renamed" : "Booked",
                    i % 7 == 0 ? "" : Instant.ofEpochSecond(i, 123_456_789).toString(),
                    "{\"accounts\": {\"a%d\": {\"name\": \"grün %d\", \"amount\": %d.50}}}".formatted(i % 900, i, i));
        }
        return source;
    }

    private static StreamHistory load(LogMemory memory) {
        return new HistoryLoader(source(), new StandardPayloads(), memory)
                .load("s-1", new MergeFold(), Progress.SILENT, Cancellation.never());
    }

    @Test
    void a_history_in_files_says_what_one_in_memory_says(@TempDir Path folder) {
        StreamHistory roomy = load(new LogMemory(1L << 30, folder));
        var narrow = new LogMemory(0, folder);
        StreamHistory spilled = load(narrow);

        assertThat(narrow.spilled()).isPositive();
        assertThat(narrow.used()).isZero();
        assertThat(folder).as("files without a name").isEmptyDirectory();
        for (int i = 0; i < EVENTS; i += 97) {
            assertThat(spilled.stateAfter(i)).isEqualTo(roomy.stateAfter(i));
            assertThat(spilled.changesAt(i)).isEqualTo(roomy.changesAt(i));
            assertThat(spilled.event(i)).isEqualTo(roomy.event(i));
            assertThat(spilled.data(i)).isEqualTo(roomy.data(i));
            assertThat(spilled.recordedAt(i)).isEqualTo(roomy.event(i).recordedAt());
            assertThat(spilled.indexAt(new Moment.AtVersion(i))).isEqualTo(i);
        }
        assertThat(spilled.fields().changes(FieldPattern.parse("/accounts/a7"), 0, EVENTS, 50))
                .isEqualTo(roomy.fields().changes(FieldPattern.parse("/accounts/a7"), 0, EVENTS, 50))
                .isNotEmpty();
        assertThat(spilled.fields().curve(FieldPath.parse("/accounts/a7/amount"), 0, EVENTS - 1, 20))
                .isEqualTo(roomy.fields().curve(FieldPath.parse("/accounts/a7/amount"), 0, EVENTS - 1, 20));
    }

    @Test
    void within_its_cap_a_history_needs_no_file(@TempDir Path folder) {
        var memory = new LogMemory(1L << 30, folder);

        load(memory);

        assertThat(memory.spilled()).isZero();
        assertThat(memory.used()).isPositive();
    }

    @Test
    void above_its_cap_a_history_goes_on_in_files_and_says_the_same(@TempDir Path folder) {
        StreamHistory roomy = load(new LogMemory(1L << 30, folder));
        long cap = 1 << 20;
        var memory = new LogMemory(cap, folder);
        StreamHistory both = load(memory);

        assertThat(memory.used()).isPositive().isLessThanOrEqualTo(cap);
        assertThat(memory.spilled()).isPositive();
        for (int i = 0; i < EVENTS; i += 61) {
            assertThat(both.stateAfter(i)).isEqualTo(roomy.stateAfter(i));
        }
    }

    @Test
    void without_any_room_there_is_a_sentence(@TempDir Path folder) {
        var memory = new LogMemory(0, folder.resolve("not-there"));

        assertThatThrownBy(() -> load(memory))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("There is no room for the history of s-1: free space");
    }
}
