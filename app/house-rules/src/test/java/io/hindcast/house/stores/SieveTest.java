package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.TextSieve;
import io.hindcast.engine.find.TextFinder;
import io.hindcast.engine.find.TextMatcher;
import io.hindcast.engine.find.TextSearch;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a store rules out by itself does not hold the text, in every real store that has a part in searches.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class SieveTest {
    private static final List<String> ODD = List.of(
            "%", "_", "\\", "'", "''", "\"", "%' OR 1 = 1 --", "\u00e9", "Z\u00fcrich", "\ud83d\ude00", "\n", "1.0", "1.50", "e+", ": ", "\": ",
            "no such text anywhere \u4e16\u754c", "x".repeat(300));

    /// Some that must have a part. Where bodies are unpacked on the way, or made of several columns, and where the store is
    /// a file beside us, there is none.
    private static final Set<String> SIEVED = Set.of("message-db", "fstore-sql");

    private final TestServers servers = new TestServers();
    private Path scratch = Path.of("");

    static List<RealStore> stores() {
        return RealStore.all();
    }

    @BeforeAll
    void hasRoom(@TempDir Path folder) {
        scratch = folder;
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothing_is_ruled_out_that_holds_the_text(RealStore store) throws IOException {
        Path folder = Files.createDirectory(scratch.resolve(store.label()));
        String location = store.location(folder, servers);
        try (var opened = TestHouse.open(location, store.user(), store.rules())) {
            EventSource source = opened.store().source();
            Optional<TextSieve> sieve = source.sieve();
            assertThat(sieve.isPresent() || !SIEVED.contains(store.folder())).isTrue();
            if (sieve.isEmpty()) {
                return;
            }
            var request = ReadRequest.store(Detail.FULL).withPageSize(2_000);
            List<EventPage> whole = pages(source.read(request));
            for (String text : texts(whole, store.folder().hashCode())) {
                List<EventPage> sieved = pages(sieve.get().read(request, List.of(text), EnumSet.allOf(Part.class)));
                assertThat(told(sieved)).as(text).isEqualTo(told(whole));
                compare(text, whole, sieved);
                assertThat(found(opened.store(), text)).as(text).isEqualTo(holding(opened.store(), text, whole));
            }
        }
    }

    /// What the search finds, of which the store does a part.
    private static List<String> found(OpenStore store, String text) {
        var found = new ArrayList<String>();
        var coverage = new TextFinder(store).find(
                new TextSearch(new Selection.Store(), text, false),
                -1,
                match -> found.add(match.header().place() + " " + match.header().type() + " " + match.part()),
                Progress.SILENT,
                Cancellation.never());
        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.found()).isEqualTo(found.size());
        assertThat(coverage.ruledOut()).isLessThanOrEqualTo(coverage.scanned() - coverage.found());
        return found;
    }

    /// What is found by looking into everything.
    private static List<String> holding(OpenStore store, String text, List<EventPage> whole) {
        var matcher = new TextMatcher(text, false, store.decoder());
        var found = new ArrayList<String>();
        for (Event event : events(whole)) {
            if (matcher.in(event.data(), store.info().data()).snippet().isPresent()) {
                found.add(event.place() + " " + event.type() + " " + Part.DATA);
            } else if (matcher.in(event.metadata(), store.info().metadata()).snippet().isPresent()) {
                found.add(event.place() + " " + event.type() + " " + Part.METADATA);
            }
        }
        return found;
    }

    /// Pieces of what is there, cut where it happens, and odd texts.
    private static List<String> texts(List<EventPage> pages, int seed) {
        var random = new Random(seed);
        var texts = new ArrayList<>(ODD);
        Collections.shuffle(texts, random);
        texts.subList(6, texts.size()).clear();
        for (int piece = 0; piece < 6; piece++) {
            EventPage page = pages.get(random.nextInt(pages.size()));
            int row = random.nextInt(page.size());
            String body = (random.nextBoolean() ? page.data(row) : page.metadata(row)).text();
            if (body.length() > 2) {
                int from = random.nextInt(body.length() - 1);
                String text = body.substring(from, Math.min(body.length(), from + 1 + random.nextInt(12)));
                texts.add(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    private static void compare(String text, List<EventPage> whole, List<EventPage> sieved) {
        List<Event> all = events(whole);
        List<Event> left = events(sieved);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var wrong = new ArrayList<String>();
        for (int row = 0; row < all.size(); row++) {
            if (!isRight(all.get(row).data(), left.get(row).data(), bytes)
                    || !isRight(all.get(row).metadata(), left.get(row).metadata(), bytes)) {
                wrong.add(all.get(row).place());
            }
        }
        assertThat(wrong).as(text).isEmpty();
    }

    /// Whole, or empty where the text is not in it.
    private static boolean isRight(ByteSlice own, ByteSlice come, byte[] text) {
        byte[] bytes = own.copy();
        return Arrays.equals(bytes, come.copy()) || (come.isEmpty() && indexOf(bytes, text) < 0);
    }

    private static int indexOf(byte[] bytes, byte[] text) {
        for (int from = 0; from + text.length <= bytes.length; from++) {
            if (Arrays.equals(bytes, from, from + text.length, text, 0, text.length)) {
                return from;
            }
        }
        return -1;
    }

    private static List<String> told(List<EventPage> pages) {
        var told = new ArrayList<String>();
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                Event event = page.event(row);
                told.add(event.place() + " " + event.type() + " " + event.position() + " " + event.recordedAt());
            }
        }
        return told;
    }

    private static List<Event> events(List<EventPage> pages) {
        var events = new ArrayList<Event>();
        pages.forEach(page -> IntStream.range(0, page.size()).forEach(row -> events.add(page.event(row))));
        return events;
    }

    private static List<EventPage> pages(EventCursor cursor) {
        var pages = new ArrayList<EventPage>();
        try (cursor) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }
}
