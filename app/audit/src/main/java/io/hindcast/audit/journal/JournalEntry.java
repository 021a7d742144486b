package io.hindcast.audit.journal;

import io.hindcast.engine.state.Fields;
import java.time.Instant;

/// One line of a journal.
///
/// @param number place in the journal, from 1 on
/// @param who a user of the system, or the name that somebody declared
/// @param kind what sort of entry it is: `mark`, `reveal`, `export` …; whoever writes a kind knows its body
public record JournalEntry(long number, Instant at, String who, String kind, Fields body) {
    /// What the first line of every journal is: the format, and what the journal is about.
    public static final String OPENING = "journal";

    /// What somebody was writing when their program was killed; kept word for word.
    public static final String RECOVERED = "recovered";
}
