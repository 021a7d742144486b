package io.hindcast.cli;

import io.hindcast.audit.journal.Damage;
import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mark.Marks;
import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Listing;
import io.hindcast.cli.output.Rows;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the verbs about marks share: how to get into the store and the journal, and how the answer looks.
final class MarksOptions {
    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JournalOptions journal = new JournalOptions();

    @Option(names = "--as", paramLabel = "NAME", description = "Who you are; else the user of the system.")
    @Nullable String who;

    @Mixin
    OutputOption output = new OutputOption();

    @Option(
            names = "--xlsx",
            paramLabel = "FILE",
            description = "Write the rows into this new file, as a workbook with typed cells, instead of printing them.")
    @Nullable Path workbook;

    private final StoreOptions answer = new StoreOptions();

    /// The store and its marks.
    record Opened(OpenStore store, Marks marks) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    Opened open(House house, @Nullable String store) {
        if (store == null) {
            throw new UsageException("Say which store: hindcast marks STORE.");
        }
        prepare(store);
        OpenStore open = answer.open(house);
        boolean ready = false;
        try {
            Marks marks = Marks.of(journal(house, store), open.source());
            tell(house.terminal(), marks);
            ready = true;
            return new Opened(open, marks);
        } finally {
            if (!ready) {
                open.close();
            }
        }
    }

    Journal journal(House house, String store) {
        Journals journals = house.journals();
        if (who != null) {
            if (who.isBlank()) {
                throw new UsageException("--as needs a name.");
            }
            journals = journals.as(who.strip());
        }
        return journal.journal(journals, store);
    }

    private void prepare(String store) {
        answer.store = store;
        answer.connection = connection;
        answer.output = output;
        answer.workbook = workbook;
    }

    private static void tell(Terminal terminal, Marks marks) {
        marks.reading().damages().forEach(damage -> terminal.say(damaged(marks, damage)));
        marks.now()
                .complaints()
                .forEach(line -> terminal.say("Line %d of the journal says something about marks that cannot be understood.".formatted(line)));
    }

    private static String damaged(Marks marks, Damage damage) {
        return "The journal %s is not as it was written. %s".formatted(marks.journal().file(), damage.sentence());
    }

    Format format(Terminal terminal) {
        return answer.format(terminal);
    }

    /// For an answer that needs no store.
    Listing listingWithoutStore(Terminal terminal, String store, List<String> columns) {
        prepare(store);
        answer.mayWrite();
        connection.masks.draw(store, terminal);
        return listing(terminal, columns, columns);
    }

    /// @param columns of tables
    /// @param all those of CSV and workbooks
    Listing listing(Terminal terminal, List<String> columns, List<String> all) {
        Format chosen = format(terminal);
        return new Listing(chosen, chosen == Format.CSV ? all : columns, Fields.EMPTY, answer.out(terminal));
    }

    /// Rows with nothing behind them.
    Rows rows(Terminal terminal, List<String> columns, List<String> all) {
        Format chosen = format(terminal);
        return Rows.in(chosen, chosen == Format.CSV ? all : columns, answer.out(terminal));
    }
}
