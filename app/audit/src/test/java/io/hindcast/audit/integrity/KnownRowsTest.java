package io.hindcast.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import org.junit.jupiter.api.Test;

/// Rows of a later reading of a store without positions.
class KnownRowsTest {
    private final HeaderIndex index = new HeaderIndex();

    private static EventPage page(String... names) {
        var page = new EventPage.Builder(false, names.length);
        for (String name : names) {
            page.stream(name.substring(0, 1), "c")
                    .type("T")
                    .version(Long.parseLong(name.substring(1)))
                    .data(new byte[0])
                    .endRow();
        }
        return page.build(new Bookmark("b"));
    }

    private KnownRows rows(String... names) {
        index.append(page(names));
        return new KnownRows(index, Inventory.of(index));
    }

    @Test
    void events_that_change_places_are_the_same_and_none_is_gone() {
        KnownRows rows = rows("a1", "a2", "b1", "c1");

        assertThat(rows.ordinals(page("a1", "b1"))).containsExactly(0, 2);
        assertThat(rows.isAtEnd()).isFalse();
        assertThat(rows.ordinals(page("c1", "a2"))).containsExactly(3, 1);

        assertThat(rows.isAtEnd()).isTrue();
        assertThat(rows.gone()).isZero();
        assertThat(rows.later()).isZero();
    }

    @Test
    void what_is_not_met_any_more_is_gone_and_what_the_index_did_not_have_came_later() {
        KnownRows rows = rows("a1", "a2", "b1", "c1");

        assertThat(rows.ordinals(page("a1", "b1", "b2", "c1"))).containsExactly(0, 2, KnownRows.LATER, 3);

        assertThat(rows.gone()).isEqualTo(1);
        assertThat(rows.later()).isEqualTo(1);
    }
}
