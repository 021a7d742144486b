package io.hindcast.connector.jdbc.read;

import io.hindcast.event.EventPage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The places that names have in the dictionary of the page that is just being filled, as far as there is room: it stays
/// near the processor, and a name that is not here is looked up in the page itself. One thread.
final class NamesOfPage {
    private static final int PLACES = 1 << 13;

    private final @Nullable Naming[] met = new @Nullable Naming[PLACES];
    private final int[] ordinals = new int[PLACES];

    /// From now on rows go to another page.
    void turnPage() {
        Arrays.fill(met, null);
    }

    /// Names the row that the page is waiting for. A name that is met as another object costs one more look.
    @SuppressWarnings("ReferenceEquality")
    void nameRow(Naming naming, EventPage.Builder page) {
        int place = naming.hash() & PLACES - 1;
        if (met[place] != naming) {
            met[place] = naming;
            ordinals[place] = page.ordinalOf(naming.name());
        }
        page.stream(ordinals[place]);
        if (!naming.trouble().isEmpty()) {
            page.trouble(naming.trouble());
        }
    }
}
