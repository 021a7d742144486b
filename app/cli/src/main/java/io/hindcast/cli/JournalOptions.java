package io.hindcast.cli;

import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.audit.mark.Marks;
import io.hindcast.connector.Location;
import io.hindcast.engine.session.OpenStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which journal.
final class JournalOptions {
    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal. Else NAME.journal beside a workspace NAME.hindcast, or the store's own in your folder for settings.")
    @Nullable Path file;

    /// What is read beside an answer: a journal that cannot be read is told, and the answer goes on without it.
    MarkSet marksBeside(House house, OpenStore store, String named) {
        try {
            return Marks.of(journal(house, named), store.source()).now();
        } catch (JournalFailure | MarkFailure failure) {
            if (file != null) {
                throw failure;
            }
            house.terminal().say(failure.getMessage() + " Marks are not shown.");
            return MarkSet.EMPTY;
        }
    }

    Journal journal(House house, String store) {
        return journal(house.journals(), store);
    }

    Journal journal(Journals journals, String store) {
        if (store.isBlank()) {
            throw new UsageException("STORE is empty: name a file, a URL or sample:ledger.");
        }
        var location = new Location(store);
        return file == null ? journals.of(location) : journals.at(file, location);
    }
}
