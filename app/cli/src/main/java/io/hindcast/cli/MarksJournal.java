package io.hindcast.cli;

import io.hindcast.audit.journal.Damage;
import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.JournalEntry;
import io.hindcast.audit.journal.JournalReading;
import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks journal STORE`: every line of the log, and whether it is as it was written. Needs no store.
@Command(
        name = "journal",
        description = "Lists the journal itself, every kind of entry; exit code 1 when a line was altered or is missing. Opens no store.",
        mixinStandardHelpOptions = true)
final class MarksJournal implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("number", "at", "who", "kind", "sound", "entry");

    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "The store that it is about.")
    String store = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--head", paramLabel = "HASH", description = "A line with this SHA-256 must be there: what a report printed as the head of the journal.")
    @Nullable String head;

    MarksJournal(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        Optional<Hash> noted = Optional.ofNullable(head).map(MarksJournal::hash);
        Journal journal = options.journal(house, store);
        JournalReading reading = journal.read();
        var listing = options.listingWithoutStore(terminal, store, COLUMNS);
        reading.entries().forEach(entry -> listing.add(row(entry, reading)));
        listing.finish(Fields.of("journal", about(journal, reading)));
        reading.damages().stream().map(Damage::sentence).forEach(terminal::say);
        boolean holds = noted.isEmpty() || reading.holds(noted.get());
        if (!holds) {
            terminal.say("No line has this hash: lines were cut off, or the journal was written anew.");
        }
        terminal.say("%s: %,d lines, head %s".formatted(journal.file(), reading.hashes().size(), reading.head()));
        return reading.isSound() && holds ? ExitCode.DONE : ExitCode.FOUND;
    }

    private static Hash hash(String text) {
        try {
            return Hash.parse(text);
        } catch (IllegalArgumentException _) {
            throw new UsageException(text + " is no SHA-256: 64 hexadecimal digits.");
        }
    }

    private static Fields row(JournalEntry entry, JournalReading reading) {
        return Fields.of("number", Num.of(entry.number()))
                .with("at", new Text(entry.at().toString()))
                .with("who", new Text(entry.who()))
                .with("kind", new Text(entry.kind()))
                .with("sound", Bool.of(!reading.isDamaged(entry)))
                .with("entry", entry.body());
    }

    /// The journal in a few words.
    static Fields about(Journal journal, JournalReading reading) {
        return Fields.of("file", new Text(journal.file().toString()))
                .with("lines", Num.of(reading.hashes().size()))
                .with("head", new Text(reading.head().toString()))
                .with("sound", Bool.of(reading.isSound()))
                .with(
                        "damages",
                        new Items(reading.damages().stream()
                                .<StateValue>map(damage -> new Text(damage.sentence()))
                                .toList()));
    }
}
