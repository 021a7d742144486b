package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that cannot be opened get a sentence, and files of other connectors are left to them.
final class OddFilesTest {
    private static final String GOOD = "{\"stream\":\"a\",\"type\":\"T\",\"data\":{}}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x.ndjson", "x.jsonl", "x.json", "x.csv", "x.tsv", "x.txt"})
    void an_empty_file_of_a_known_kind_is_a_store_without_events(String name) {
        assertThat(Exports.events(Exports.write(folder, name, ""))).isEmpty();
        assertThat(Exports.events(Exports.write(folder, name, "\uFEFF \n\n"))).isEmpty();
        try (var source = Exports.open(folder.resolve(name))) {
            assertThat(source.info().system()).isNotBlank();
            assertThat(source.info().readOnlyProof()).allMatch(Proof::held);
        }
    }

    @Test
    void an_empty_array_and_a_header_alone_are_stores_without_events() {
        assertThat(Exports.events(Exports.write(folder, "x.json", "[ ]"))).isEmpty();
        assertThat(Exports.events(Exports.write(folder, "x.csv", "stream,type,time,data\n")))
                .isEmpty();
    }

    @Test
    void an_empty_file_of_an_unknown_kind_is_no_event_store() {
        assertRefused(Exports.write(folder, "x.dat", ""), Kind.NOT_AN_EVENT_STORE, "x.dat is empty.");
    }

    @Test
    void binary_junk_is_no_event_store() throws IOException {
        var file = Files.write(folder.resolve("x.ndjson"), new byte[] {1, 2, 3, 0, -1, -2, 10, 4});
        assertRefused(file, Kind.NOT_AN_EVENT_STORE, "x.ndjson is not text.");
    }

    @Test
    void other_json_is_no_event_store() {
        assertRefused(
                Exports.write(folder, "package.json", "{\"name\": \"x\", \"version\": \"1.0.0\"}"),
                Kind.NOT_AN_EVENT_STORE,
                "package.json holds no field for the stream among name, version."
                        + " A mapping file can name it: stream = {field}.");
        assertRefused(
                Exports.write(folder, "n.json", "[1, 2]"), Kind.NOT_AN_EVENT_STORE, "n.json holds no JSON objects.");
        assertRefused(
                Exports.write(folder, "t.json", "just text"), Kind.NOT_AN_EVENT_STORE, "t.json holds no JSON object.");
    }

    @Test
    void a_file_of_broken_objects_only_shows_them() {
        var events = Exports.events(Exports.write(folder, "x.ndjson", "{\"stream\":\"a\",\"ty\n{\"stream\""));

        assertThat(events).hasSize(2).allMatch(event -> event.trouble().isPresent());
    }

    @Test
    void a_missing_file_is_not_found() {
        var refusal = refusal(folder.resolve("none.ndjson"), Map.of());
        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal.sentence()).startsWith("There is no file ").endsWith("none.ndjson.");
    }

    @Test
    void a_folder_without_events_names_what_it_holds() {
        Exports.write(folder, "a.png", "x");
        Exports.write(folder, "b.json", "{}");
        var refusal = refusal(folder, Map.of());
        assertThat(refusal.kind()).isEqualTo(Kind.NOT_AN_EVENT_STORE);
        assertThat(refusal.sentence()).contains(": seen were a.png, b.json. A database among them is opened by naming the file.");
    }

    @Test
    void cut_off_gzip_is_damaged() throws IOException {
        byte[] packed = gzip(GOOD.repeat(1000));
        var file = Files.write(folder.resolve("x.ndjson.gz"), Arrays.copyOf(packed, packed.length / 2));
        var refusal = refusal(file, Map.of());
        assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusal.sentence()).contains("damaged or cut off");
    }

    @Test
    void gzip_is_seen_by_its_bytes_and_leaves_nothing_behind() throws IOException {
        var file = Files.write(folder.resolve("x.ndjson"), gzip(GOOD));
        long before = leftBehind();

        assertThat(Exports.events(file)).hasSize(1);

        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void utf_16_text_is_refused_with_a_way_out() throws IOException {
        var file = Files.write(folder.resolve("x.csv"), "\uFEFFstream,type".getBytes(StandardCharsets.UTF_16LE));
        assertRefused(file, Kind.UNSUPPORTED, "x.csv is UTF-16 text, which is not read: save it as UTF-8 first.");
    }

    @Test
    void an_interrupted_reader_takes_the_file_from_nobody() {
        try (var source = Exports.open(Exports.write(folder, "x.ndjson", GOOD.repeat(3)))) {
            Thread.currentThread().interrupt();
            try {
                ReadOut.of(source, ReadRequest.store(Detail.FULL));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }

            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).hasSize(3);
        }
    }

    @Test
    void a_file_that_changes_while_it_is_open_is_reported() throws IOException {
        var file = Exports.write(folder, "x.ndjson", GOOD);
        try (var source = Exports.open(file)) {
            assertThat(source.info().readOnlyProof()).allMatch(Proof::held);
            Files.writeString(file, GOOD + GOOD);
            assertThat(source.info().readOnlyProof())
                    .filteredOn(proof -> !proof.held())
                    .singleElement()
                    .extracting(Proof::result)
                    .isEqualTo("size or time of change differ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLite format 3\u0000", "H:2,block:7,", "PAR1", "PK\u0003\u0004", "%PDF-1.7"})
    void files_of_other_kinds_are_not_recognised_whatever_their_name(String head) {
        for (String name : new String[] {"x.db", "x.mv.db", "x.sqlite", "x.json", "x.csv", "x"}) {
            assertThat(recognition(Exports.write(folder, name, head + "\u0000\u0001")))
                    .isEqualTo(Recognition.NO);
        }
    }

    @Test
    void files_of_events_are_recognised() throws IOException {
        assertThat(recognition(Exports.write(folder, "a.ndjson", GOOD))).isEqualTo(Recognition.CERTAIN);
        assertThat(recognition(Exports.write(folder, "a.json", "\uFEFF [" + GOOD + "]")))
                .isEqualTo(Recognition.CERTAIN);
        assertThat(recognition(Exports.write(folder, "a.csv", "stream,type\n"))).isEqualTo(Recognition.POSSIBLE);
        assertThat(recognition(Exports.write(folder, "events.log", GOOD))).isEqualTo(Recognition.POSSIBLE);
        assertThat(recognition(Files.write(folder.resolve("b.ndjson.gz"), gzip(GOOD))))
                .isEqualTo(Recognition.CERTAIN);
        assertThat(recognition(folder)).isEqualTo(Recognition.POSSIBLE);
        assertThat(recognition(folder.resolve("missing.ndjson"))).isEqualTo(Recognition.POSSIBLE);
        assertThat(recognition(folder.resolve("missing"))).isEqualTo(Recognition.NO);
        assertThat(recognition(Exports.write(folder, "notes.md", "# hello"))).isEqualTo(Recognition.NO);
    }

    private static Recognition recognition(Path path) {
        return new FilesConnector().recognises(new Location(path.toString()));
    }

    private static void assertRefused(Path file, Kind kind, String sentence) {
        var refusal = refusal(file, Map.of());
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.sentence()).isEqualTo(sentence);
    }

    static ConnectorException refusal(Path file, Map<String, String> settings) {
        var refusal = catchThrowableOfType(
                ConnectorException.class, () -> Exports.open(file, settings).close());
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static long leftBehind() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".unpacked"))
                    .count();
        }
    }
}
