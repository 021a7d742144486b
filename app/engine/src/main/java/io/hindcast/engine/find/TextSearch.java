package io.hindcast.engine.find;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.event.Bookmark;
import java.util.Optional;

/// Which text is looked for, and where.
///
/// @param after goes on behind this bookmark of an earlier search
/// @param scanned how many events lie before it
public record TextSearch(
        Selection selection, String text, boolean ignoreCase, Optional<Bookmark> after, long scanned) {
    public TextSearch(Selection selection, String text, boolean ignoreCase) {
        this(selection, text, ignoreCase, Optional.empty(), 0);
    }
}
