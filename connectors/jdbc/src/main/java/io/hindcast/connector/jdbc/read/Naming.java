package io.hindcast.connector.jdbc.read;

import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.StreamName;

/// What the columns of a name come to, and its place in the dictionary of the page that is just being filled. One thread.
final class Naming {
    private final Facts facts;
    private int page;
    private int ordinal;

    /// What follows from the columns alone, and is the same for every reader.
    ///
    /// @param wanted whether such rows were asked for
    /// @param trouble what is wrong with the name itself, "" when all is well
    record Facts(StreamName name, boolean wanted, String trouble) {}

    Naming(Facts facts) {
        this.facts = facts;
    }

    boolean isWanted() {
        return facts.wanted();
    }

    /// @param number of the page, from 1
    void nameRow(EventPage.Builder builder, int number) {
        if (page != number) {
            page = number;
            ordinal = builder.ordinalOf(facts.name());
        }
        builder.stream(ordinal);
        if (!facts.trouble().isEmpty()) {
            builder.trouble(facts.trouble());
        }
    }
}
