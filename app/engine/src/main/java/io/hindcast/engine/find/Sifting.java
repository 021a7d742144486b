package io.hindcast.engine.find;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.TextSieve;
import io.hindcast.event.FieldLocation.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A search of which the store does a part, exactly: it leaves out bodies that cannot hold the text.
///
/// A body that is stored as text holds what is looked for as it is spelt, or it is spelt with an escape (`\`) or with an
/// entity (`&`): one that holds neither cannot match, see [TextMatcher]. Bodies in other forms, and letters of either
/// case, are left to us.
///
/// @param texts of which a body has to hold one to be looked at
/// @param parts stored as text
record Sifting(TextSieve sieve, List<String> texts, Set<Part> parts) {
    private static final String ESCAPE = "\\";
    private static final String ENTITY = "&";

    /// Nothing where the store has no part in the search.
    static Optional<Sifting> of(EventSource source, TextSearch search) {
        var parts = EnumSet.noneOf(Part.class);
        if (Stored.isAlwaysText(source.info().data())) {
            parts.add(Part.DATA);
        }
        if (Stored.isAlwaysText(source.info().metadata())) {
            parts.add(Part.METADATA);
        }
        return search.ignoreCase() || parts.isEmpty()
                ? Optional.empty()
                : source.sieve().map(sieve -> new Sifting(sieve, List.of(search.text(), ESCAPE, ENTITY), parts));
    }

    EventCursor read(ReadRequest request) {
        return sieve.read(request, texts, parts);
    }
}
