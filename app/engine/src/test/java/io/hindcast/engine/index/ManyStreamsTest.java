package io.hindcast.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.HashMap;
import java.util.Random;
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

    /// "Aa" and "BB" have the same hash code, and so has whatever is made of them in equal number.
    private static String twin(int number) {
        var name = new StringBuilder();
        for (int bit = 0; bit < 12; bit++) {
            name.append((number >>> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
