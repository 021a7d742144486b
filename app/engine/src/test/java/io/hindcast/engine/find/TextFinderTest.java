package io.hindcast.engine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.population.Accounts;
import io.hindcast.engine.population.SmallPages;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.Opened;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFinderTest {
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);
    private static final PayloadShape SNIFFED = PayloadShape.of(PayloadShape.Formats.SNIFFED);

    private static TextMatcher.Look look(String text, boolean ignoreCase, ByteSlice bytes, PayloadShape shape) {
        return new TextMatcher(text, ignoreCase, new StandardPayloads()).in(bytes, shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Zürich      | false | {\"city\": \"Zürich\"}            | true",
                "Zürich      | false | {\"city\": \"Z\\u00fcrich\"}      | true",
                "Zürich      | false | {\"city\": \"Z\\u00FCrich\"}      | true",
                "zÜRICH      | true  | {\"city\": \"Z\\u00fcrich\"}      | true",
                "zürich      | false | {\"city\": \"Zürich\"}            | false",
                "say \"hi\"  | false | {\"t\": \"say \\\"hi\\\"\"}       | true",
                "a/b         | false | {\"t\": \"a\\/b\"}                | true",
                "\"amount\": 5| false | {\"amount\": 5}                  | true",
                "😀          | false | {\"t\": \"\\ud83d\\ude00\"}       | true",
                "x           | false | {\"t\": \"\\u00                   | false",
            })
    void text_is_found_as_stored_and_behind_escapes(String text, boolean ignoreCase, String body, boolean found) {
        var answer = look(text, ignoreCase, ByteSlice.ofText(body), JSON);

        assertThat(answer.snippet().isPresent()).as("%s in %s", text, body).isEqualTo(found);
        assertThat(answer.isReadable()).isTrue();
    }

    @Test
    void packed_bodies_are_unpacked_and_markup_is_decoded() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"city\": \"Z\\u00fcrich\"}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(look("Zürich", false, ByteSlice.of(packed.toByteArray()), SNIFFED).snippet()).isPresent();
        assertThat(look("R&D", false, ByteSlice.ofText("<a><b>R&amp;D</b></a>"), SNIFFED).snippet()).isPresent();
    }

    @Test
    void what_cannot_be_decoded_is_searched_as_stored_and_counted() {
        var binary = new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5, 'n', 'a', 'm', 'e'};

        var answer = look("name", false, ByteSlice.of(binary), SNIFFED);

        assertThat(answer.isReadable()).isFalse();
        assertThat(answer.snippet()).isPresent();
    }

    @Test
    void a_snippet_shows_what_stands_around_and_cuts_no_character() {
        String around = "ü".repeat(100);
        var answer = look("here", false, ByteSlice.ofText(around + "here" + around), JSON);

        assertThat(answer.snippet().orElseThrow())
                .isEqualTo(new Snippet("…" + "ü".repeat(40), "here", "ü".repeat(40) + "…"));
    }

    @Test
    void all_events_are_searched_in_order_and_a_stopped_search_goes_on() {
        for (long seed = 0; seed < 30; seed++) {
            MemorySource source = Accounts.history(seed, 400, 10, true);
            OpenStore store = Opened.over(new SmallPages(source, 17));
            var whole = new ArrayList<String>();
            var search = new TextSearch(new Selection.Store(), "\"currency\": \"EUR\"", false);
            Coverage coverage =
                    new TextFinder(store).find(search, 400, match -> whole.add(shown(match)), Progress.SILENT, Cancellation.never());
            var cancellation = new Cancellation();
            var parts = new ArrayList<String>();
            long stopAt = 17 + seed * 10;
            Coverage first = new TextFinder(store).find(search, 400, match -> parts.add(shown(match)), (done, _) -> {
                if (done >= stopAt) {
                    cancellation.cancel();
                }
            }, cancellation);
            var next = new TextSearch(search.selection(), search.text(), false, first.through(), first.scanned());
            Coverage second = new TextFinder(store).find(next, 400, match -> parts.add(shown(match)), Progress.SILENT, Cancellation.never());

            assertThat(whole).as("seed %d", seed).isEqualTo(byHand(store, search.text())).isNotEmpty();
            assertThat(parts).as("seed %d", seed).isEqualTo(whole);
            assertThat(coverage.scanned()).isEqualTo(400);
            assertThat(first.isComplete()).isFalse();
            assertThat(second.scanned()).isEqualTo(400);
            assertThat(first.found() + second.found()).isEqualTo(coverage.found());
        }
    }

    @Test
    void a_copy_of_the_bodies_is_searched_without_the_store_and_gives_the_same() {
        MemorySource source = Accounts.history(5, 25_000, 10, true);
        OpenStore store = Opened.over(source.far());
        for (Selection selection : List.of(new Selection.Store(), new Selection.Category("account"))) {
            var search = new TextSearch(selection, "\"currency\": \"EUR\"", false);
            var expected = new ArrayList<String>();
            new TextFinder(Opened.over(source)).find(search, -1, match -> expected.add(shown(match)), Progress.SILENT, Cancellation.never());
            assertThat(store.copyBodies(Progress.SILENT, Cancellation.never())).isTrue();
            long read = source.rowsRead();
            var found = new ArrayList<String>();
            var cancellation = new Cancellation();
            Coverage first = new TextFinder(store)
                    .find(search, -1, match -> found.add(shown(match)), (_, _) -> cancellation.cancel(), cancellation);
            var next = new TextSearch(selection, search.text(), false, first.through(), first.scanned());
            Coverage second = new TextFinder(store).find(next, -1, match -> found.add(shown(match)), Progress.SILENT, Cancellation.never());

            assertThat(found).isEqualTo(expected).isNotEmpty();
            assertThat(first.isComplete()).isFalse();
            assertThat(second.isComplete()).isTrue();
            assertThat(source.rowsRead()).isEqualTo(read);
        }
    }

    private static String shown(TextMatch match) {
        return match.ordinal() + " " + match.header().stream() + " " + match.header().version().orElse(-1);
    }

    private static List<String> byHand(OpenStore store, String text) {
        var found = new ArrayList<String>();
        long ordinal = 0;
        try (var cursor = store.source().read(ReadRequest.store(ReadRequest.Detail.FULL))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                for (int row = 0; row < page.get().size(); row++, ordinal++) {
                    if (page.get().data(row).text().contains(text)) {
                        found.add(ordinal + " " + page.get().stream(row) + " " + page.get().version(row));
                    }
                }
            }
        }
        return found;
    }
}
