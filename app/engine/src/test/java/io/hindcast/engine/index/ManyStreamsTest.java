package io.hindcast.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ManyStreamsTest {
    private static final long SEED = 11;

    @Test
    void every_event_is_of_the_stream_that_its_page_named_also_where_hash_codes_are_the_same() {
        var random = new Random(SEED);
        var index = new HeaderIndex();
        var names = new HashMap<Integer, String>();
        for (int first = 0; first < 20_000; first += 1_000) {
            var page = new EventPage.Builder(false, 1_000);
            for (int row = 0; row < 1_000; row++) {
                String name = twin(random.nextInt(1 << 12));
                names.put(first + row, name + "/" + name.charAt(0));
                page.stream(name, name.substring(0, 1)).type("T").endRow();
            }
            index.append(page.build(new Bookmark(Integer.toString(first))));
        }

        assertThat(index.streamCount()).isEqualTo((int) names.values().stream().distinct().count());
        for (int event = 0; event < index.size(); event++) {
            var entry = index.streamEntry(index.stream(event));
            assertThat(entry.name() + "/" + entry.category())
                    .as("event %d, seed %d", event, SEED)
                    .isEqualTo(names.get(event));
        }
    }

    @Test
    void a_name_is_the_first_stream_of_it_and_ambiguous_once_another_category_has_it() {
        var index = new HeaderIndex();
        append(index, "one", "a");
        append(index, "two", "a");
        assertThat(index.isAmbiguous("two")).isFalse();
        append(index, "two", "b");
        append(index, "two", "b");

        assertThat(index.streamNamed("two")).hasValue(1);
        assertThat(index.isAmbiguous("two")).isTrue();
        assertThat(index.isAmbiguous("one")).isFalse();
        assertThat(index.streamNamed("three")).isEmpty();
        assertThat(index.isAmbiguous("three")).isFalse();
    }

    @Test
    void while_one_thread_adds_streams_another_finds_all_that_the_index_counts() throws Exception {
        int streams = 200_000;
        var index = new HeaderIndex();
        var adding = CompletableFuture.runAsync(() -> {
            for (int first = 0; first < streams; first += 1_000) {
                var page = new EventPage.Builder(false, 1_000);
                for (int row = first; row < first + 1_000; row++) {
                    page.stream("s" + row, "").type("T").endRow();
                }
                index.append(page.build(new Bookmark("")));
            }
        });

        var random = new Random(SEED);
        int asked = 0;
        while (!adding.isDone() || asked == 0) {
            int known = index.streamCount();
            if (known > 0) {
                int stream = random.nextInt(known);
                assertThat(index.streamNamed("s" + stream)).as("%d of %d", stream, known).hasValue(stream);
                asked++;
            }
        }
        adding.get();
        assertThat(index.streamNamed("s" + (streams - 1))).hasValue(streams - 1);
    }

    private static void append(HeaderIndex index, String stream, String category) {
        var page = new EventPage.Builder(false, 1);
        page.stream(stream, category).type("T").endRow();
        index.append(page.build(new Bookmark("")));
    }

    /// "Aa" and "BB" have the same hash code, and so has whatever is made of them in equal number.
    private static String twin(int number) {
        var name = new StringBuilder();
        for (int bit = 0; bit < 12; bit++) {
            name.append((number >>> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
