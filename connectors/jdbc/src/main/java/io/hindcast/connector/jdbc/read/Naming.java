package io.hindcast.connector.jdbc.read;

import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.StreamName;

/// What the columns of a name come to: which stream and category, whether such rows were asked for, and what is wrong
/// with the name itself.
///
/// It remembers its place in the dictionary of the page that is just being filled. One thread.
final class Naming {
    private final StreamName name;
    private final boolean wanted;
    private final String trouble;
    private int page;
    private int ordinal;

    /// @param trouble "" when all is well
    Naming(StreamName name, boolean wanted, String trouble) {
        this.name = name;
        this.wanted = wanted;
        this.trouble = trouble;
    }

    boolean isWanted() {
        return wanted;
    }

    /// @param number of the page, from 1
    void nameRow(EventPage.Builder builder, int number) {
        if (page != number) {
            page = number;
            ordinal = builder.ordinalOf(name);
        }
        builder.stream(ordinal);
        if (!trouble.isEmpty()) {
            builder.trouble(trouble);
        }
    }
}
