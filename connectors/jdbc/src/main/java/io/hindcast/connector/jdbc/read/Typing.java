package io.hindcast.connector.jdbc.read;

import io.hindcast.event.EventPage;

/// What the columns of a type come to, and its place in the dictionary of the page that is just being filled. One thread.
final class Typing {
    private final String type;
    private final String trouble;
    private int page;
    private int ordinal;

    /// @param trouble "" when all is well
    Typing(String type, String trouble) {
        this.type = type;
        this.trouble = trouble;
    }

    /// @param number of the page, from 1
    void typeRow(EventPage.Builder builder, int number) {
        if (page != number) {
            page = number;
            ordinal = builder.ordinalOfType(type);
        }
        builder.type(ordinal);
        if (!trouble.isEmpty()) {
            builder.trouble(trouble);
        }
    }
}
