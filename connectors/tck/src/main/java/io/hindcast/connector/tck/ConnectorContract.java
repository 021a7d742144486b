package io.hindcast.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of a connector. A connector's test module extends it, names the connector, a store and what is in it,
/// and inherits some fifty tests. A green run is what "it is a connector" means.
///
/// ```java
/// final class MyStoreContractTest extends ConnectorContract {
///     protected Connector connector() { return new MyConnector(); }
///     protected OpenRequest request() { return OpenRequest.of(new Location("my.store")); }
///     protected KnownHistory history() { return KnownHistory.of(TckHistory.events(1)); }
/// }
/// ```
public abstract class ConnectorContract extends TailContract {
    protected ConnectorContract() {}

    @Test
    void the_connector_introduces_itself() {
        assertThat(connector().id()).matches("[a-z0-9][a-z0-9-]*");
        assertThat(connector().displayName()).isNotBlank();
        assertThat(connector().settings()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(connector().settings())
                .extracting(Setting::label)
                .allSatisfy(label -> assertThat(label).isNotBlank());
    }

    @Test
    void the_connector_is_found_as_a_service() {
        assertThat(ServiceLoader.load(Connector.class))
                .extracting(Connector::id)
                .contains(connector().id());
    }

    @Test
    void the_store_is_recognised() {
        assertThat(connector().recognises(request().location())).isNotEqualTo(Recognition.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "/",
                "..",
                "~",
                "?",
                ":",
                "::",
                "//",
                "\\",
                "C:\\data\\x.db",
                "no/such/file.bin",
                "a\u0000b",
                "http://[::1",
                "jdbc:",
                "jdbc:nothing:x",
                "nothing://%%%",
                "x:",
                "file:",
                "sample:",
                "無/🦉",
                "-v",
                " x "
            })
    void a_strange_location_is_answered_and_never_fails(String text) {
        assertThat(connector().recognises(new Location(text))).isNotNull();
    }

    @Test
    void a_folder_an_empty_and_a_binary_file_are_answered(@TempDir Path folder) throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));
        var binary = Files.write(folder.resolve("binary.json"), new byte[] {0, -1, -2, 0, 1, 127, -128});
        for (Path path : List.of(folder, empty, binary)) {
            assertThat(connector().recognises(new Location(path.toString()))).isNotNull();
        }
    }

    @Test
    void a_location_with_nothing_there_is_refused_with_a_sentence(@TempDir Path folder) {
        var nowhere = OpenRequest.of(new Location(folder.resolve("not there").toString()));
        var refusal = catchThrowableOfType(
                ConnectorException.class, () -> connector().open(nowhere).close());
        assertThat(refusal).as("open must fail with a ConnectorException").isNotNull();
        assertThat(refusal.sentence()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void the_source_says_what_it_is() {
        var info = source().info();
        assertThat(info.connector()).isEqualTo(connector().id());
        assertThat(info.system()).isNotBlank();
        assertThat(info.layout()).isNotBlank();
        assertThat(info.recognisedBy())
                .isNotEmpty()
                .allSatisfy(sign -> assertThat(sign).isNotBlank());
        assertThat(info.data().format()).isNotBlank();
        assertThat(info.metadata().format()).isNotBlank();
        assertThat(info.fields().values())
                .allSatisfy(places -> assertThat(places)
                        .isNotEmpty()
                        .allSatisfy(place -> assertThat(place.pointer()).matches("(/.*)?")));
    }

    @Test
    void every_read_only_proof_was_given_and_held() {
        var proofs = source().info().readOnlyProof();
        assertThat(proofs).isNotEmpty();
        assertThat(proofs).allMatch(Proof::held);
        assertThat(proofs).allSatisfy(proof -> {
            assertThat(proof.check()).isNotBlank();
            assertThat(proof.result()).isNotBlank();
        });
    }

    @Test
    void positions_are_there_and_rise_exactly_where_a_global_order_is_claimed() {
        var events = ReadOut.of(source(), ALL).events();
        if (!can(Capability.GLOBAL_ORDER)) {
            assertThat(events).allMatch(event -> event.position().isEmpty(), "has no position");
            return;
        }
        assertThat(events).allMatch(event -> event.position().isPresent(), "has a position");
        var places = events.stream().flatMap(event -> event.position().stream()).toList();
        for (int row = 1; row < places.size(); row++) {
            assertThat(places.get(row)).isGreaterThan(places.get(row - 1));
            if (can(Capability.DENSE_POSITIONS)) {
                assertThat(places.get(row).low()).isEqualTo(places.get(row - 1).low() + 1);
            }
        }
    }

    @Test
    void versions_have_no_gaps_where_that_is_claimed() {
        assertThat(can(Capability.DENSE_POSITIONS) && !can(Capability.GLOBAL_ORDER))
                .as("dense positions without a global order")
                .isFalse();
        Map<String, Long> last = new LinkedHashMap<>();
        for (Event event : ReadOut.of(source(), ALL).events()) {
            if (can(Capability.DENSE_VERSIONS)) {
                assertThat(event.version()).as(event.place()).isPresent();
                long version = event.version().orElseThrow();
                Optional.ofNullable(last.put(event.stream(), version))
                        .ifPresent(
                                before -> assertThat(version).as(event.place()).isEqualTo(before + 1));
            }
        }
    }

    @Test
    void recorded_times_are_there_exactly_where_they_are_claimed() {
        boolean claimed = can(Capability.RECORDED_TIME);
        assertThat(ReadOut.of(source(), ALL).events())
                .allMatch(event -> event.recordedAt().isPresent() == claimed, "recorded time there: " + claimed);
    }

    @Test
    void backward_is_forward_reversed_or_refused() {
        var requests = new ArrayList<ReadRequest>(List.of(ALL));
        streamNames().forEach(stream -> requests.add(ReadRequest.stream(stream)));
        categories().forEach(name -> requests.add(category(name)));
        for (ReadRequest request : requests) {
            var backward = request.withDirection(Direction.BACKWARD);
            if (can(Capability.BACKWARD)) {
                var forward = new ArrayList<>(linesOf(request));
                Collections.reverse(forward);
                assertThat(linesOf(backward)).isEqualTo(forward);
                assertEveryBookmarkResumes(source(), backward.withPageSize(2));
            } else {
                assertKind(ConnectorException.Kind.UNSUPPORTED, () -> linesOf(backward));
            }
        }
    }

    @Test
    void snapshots_are_there_exactly_where_they_are_claimed_and_in_order() {
        assertThat(source().snapshots().isPresent()).isEqualTo(can(Capability.SNAPSHOTS));
        source().snapshots().ifPresent(reader -> {
            var all = SnapshotsReadOut.of(reader, Optional.empty());
            assertThat(all.snapshots()).hasSize(Math.toIntExact(reader.count()));
            all.assertOrdered();
            for (String stream : all.streams()) {
                assertThat(SnapshotsReadOut.of(reader, Optional.of(stream)).snapshots())
                        .isEqualTo(all.of(stream));
            }
            assertThat(SnapshotsReadOut.of(reader, Optional.of("no such stream"))
                            .snapshots())
                    .isEmpty();
        });
    }

    @Test
    void a_foreign_bookmark_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> linesOf(ALL.after(new Bookmark("nobody's bookmark, 無"))))
                .isInstanceOf(ConnectorException.class);
        assertThatThrownBy(() -> linesOf(ALL.after(new Bookmark("")))).isInstanceOf(ConnectorException.class);
    }

    @Test
    void closing_twice_is_allowed() {
        var cursor = source().read(ALL);
        cursor.close();
        assertThatCode(cursor::close).doesNotThrowAnyException();
        source().close();
        assertThatCode(source()::close).doesNotThrowAnyException();
    }

    @Test
    void reading_on_after_closing_fails_with_kind_closed() {
        var closed = source().read(ALL.withPageSize(1));
        closed.close();
        assertKind(ConnectorException.Kind.CLOSED, closed::next);

        try (var open = source().read(ALL.withPageSize(1))) {
            open.next();
            source().close();
            assertKind(ConnectorException.Kind.CLOSED, open::next);
        }
        assertKind(ConnectorException.Kind.CLOSED, () -> linesOf(ALL));
    }

    @Test
    void a_bad_row_is_an_event_with_trouble_and_the_rest_is_given() {
        var damaged = damaged();
        assumeTrue(damaged.isPresent(), "this system cannot hold a row that is not an event");
        try (var store = connector().open(damaged.get().request())) {
            var events = ReadOut.of(store, ALL.withPageSize(2)).events();
            assertThat(events).hasSize(damaged.get().events());
            for (int row = 0; row < events.size(); row++) {
                assertThat(events.get(row).trouble().isPresent())
                        .as("row %d in trouble", row)
                        .isEqualTo(damaged.get().troubled().contains(row));
            }
            assertThat(ReadOut.of(store, ALL.withDetail(Detail.HEADERS)).events())
                    .hasSameSizeAs(events);
        }
    }

    @Test
    void reading_leaves_the_files_as_they_were() throws IOException, NoSuchAlgorithmException {
        var before = hashes();
        ReadOut.of(source(), ALL);
        source().close();
        assertThat(hashes()).isEqualTo(before);
    }

    private boolean can(Capability capability) {
        return source().info().capabilities().contains(capability);
    }

    private static void assertKind(ConnectorException.Kind kind, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private Map<Path, String> hashes() throws IOException, NoSuchAlgorithmException {
        var hashes = new LinkedHashMap<Path, String>();
        for (Path file : files()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            hashes.put(file, HexFormat.of().formatHex(digest));
        }
        return hashes;
    }
}
