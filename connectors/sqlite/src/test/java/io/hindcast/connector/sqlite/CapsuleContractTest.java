package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.TckHistory;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.StoredSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, on a capsule; and what a capsule alone promises.
class CapsuleContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return new CapsuleConnector();
    }

    @Override
    protected OpenRequest request() {
        return OpenRequest.of(new Location(file().toString()));
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(1));
    }

    @Override
    protected List<Path> files() {
        return List.of(file());
    }

    @Test
    void what_travels_with_it_comes_out_again() {
        try (var source = connector().open(request())) {
            assertThat(source.foldRules()).contains("fold: x");
            assertThat(source.deletedStreams()).containsExactly("invoice-7");
            assertThat(source.info().system()).isEqualTo("tck");
            assertThat(source.info().fields()).isEqualTo(info().fields());
            assertThat(source.info().data()).isEqualTo(info().data());
            assertThat(source.info().recognisedBy()).contains("made at 2026-11-21T12:00:00Z");
            var snapshots = source.snapshots().orElseThrow();
            assertThat(snapshots.count()).isEqualTo(1);
            try (var cursor = snapshots.read(Optional.of("account-1"))) {
                assertThat(cursor.next().orElseThrow()).containsExactly(snapshot());
                assertThat(cursor.next()).isEmpty();
            }
        }
    }

    @Test
    void another_content_is_refused_and_shown_only_when_somebody_asks_for_it() throws SQLException {
        Path file = file();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE events SET type = 'Withdrawn' WHERE number = 2");
        }

        assertThatThrownBy(() -> connector().open(request()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("altered after it was made");
        var asked = new OpenRequest(new Location(file.toString()), Map.of("altered", "show"), Optional::empty);
        try (var source = connector().open(asked)) {
            assertThat(source.info().readOnlyProof()).anySatisfy(proof -> {
                assertThat(proof.check()).isEqualTo("content is what was written");
                assertThat(proof.held()).isFalse();
            });
        }
    }

    @Test
    void an_unfinished_capsule_leaves_nothing() {
        Path file = folder.resolve("never.hcap");
        try (var draft = new CapsuleFile().begin(file)) {
            draft.fact("made at", "now");
        }

        assertThat(folder).isDirectoryNotContaining("glob:**never*");
    }

    @Test
    void the_same_content_has_the_same_hash() {
        assertThat(written(folder.resolve("one.hcap"))).isEqualTo(written(folder.resolve("two.hcap")));
    }

    @Test
    void events_of_a_store_without_an_order_have_no_positions_here_either() {
        Path file = folder.resolve("unordered.hcap");
        var page = new EventPage.Builder(false, 1);
        page.stream("account-1", "account").type("Deposited").version(1).data("{}".getBytes(StandardCharsets.UTF_8)).endRow();
        try (var draft = new CapsuleFile().begin(file)) {
            draft.stream("account-1", "account", info(), false);
            draft.event(page.build(new Bookmark("end")), 0);
            draft.finish();
        }

        try (var source = connector().open(OpenRequest.of(new Location(file.toString())));
                var cursor = source.read(ReadRequest.store(ReadRequest.Detail.FULL))) {
            EventPage read = cursor.next().orElseThrow();
            assertThat(read.isPositioned()).isFalse();
            assertThat(read.event(0).position()).isEmpty();
            assertThat(read.event(0).data()).isEqualTo(ByteSlice.ofText("{}"));
        }
    }

    private Path file() {
        Path file = folder.resolve("contract.hcap");
        if (!Files.exists(file)) {
            written(file);
        }
        return file;
    }

    private static String written(Path file) {
        try (var draft = new CapsuleFile().begin(file)) {
            draft.fact("made at", "2026-11-21T12:00:00Z");
            var named = new HashSet<String>();
            EventPage page = page();
            for (int row = 0; row < page.size(); row++) {
                if (named.add(page.stream(row))) {
                    draft.stream(page.stream(row), page.category(row), info(), page.stream(row).equals("invoice-7"));
                }
                draft.event(page, row);
            }
            draft.snapshot(snapshot());
            draft.attach("folds.yaml", "fold: x".getBytes(StandardCharsets.UTF_8));
            return draft.finish();
        }
    }

    private static StoredSnapshot snapshot() {
        return new StoredSnapshot(
                "account-1", "account", 2, "Account", Optional.of(Instant.parse("2026-02-01T00:00:00.000000001Z")),
                ByteSlice.ofText("{\"balance\":10.00}"), "table x, key 1", Optional.empty());
    }

    private static SourceInfo info() {
        var json = new PayloadShape(PayloadShape.Formats.JSON, "/data", List.of("$type"));
        return new SourceInfo(
                "tck", "tck", "tck", List.of(), "7", List.of(), List.of(),
                Set.of(Capability.GLOBAL_ORDER, Capability.DENSE_VERSIONS, Capability.RECORDED_TIME, Capability.SNAPSHOTS, Capability.DELETION_MARKS),
                json, PayloadShape.of(PayloadShape.Formats.JSON), json,
                Map.of(EventField.ACTOR, List.of(FieldLocation.metadata("/user"), FieldLocation.data("/by who"))));
    }

    private static EventPage page() {
        List<Event> events = TckHistory.events(1);
        var page = new EventPage.Builder(true, events.size());
        for (Event event : events) {
            page.stream(event.stream(), event.category())
                    .type(event.type())
                    .version(event.version().orElseThrow())
                    .position(0, event.position().orElseThrow().low())
                    .recordedAt(event.recordedAt().orElseThrow())
                    .id(event.id().orElseThrow())
                    .data(event.data().copy())
                    .metadata(event.metadata().copy())
                    .endRow();
        }
        return page.build(new Bookmark("end"));
    }
}
