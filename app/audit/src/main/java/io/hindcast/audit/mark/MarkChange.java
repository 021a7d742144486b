package io.hindcast.audit.mark;

import java.time.Instant;
import java.util.Locale;

/// One thing that somebody did to a mark.
///
/// @param line of the journal; of marks that came in a capsule, that of the journal they were made in
/// @param content what the mark says since then
/// @param why what was said about it; "" where nothing was
public record MarkChange(Deed deed, long line, Instant at, String who, MarkContent content, String why) {
    public enum Deed {
        ADDED,
        CHANGED,
        REMOVED,
        RESTORED;

        /// `added`, `changed`, `removed`, `restored`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
