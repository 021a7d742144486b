package io.hindcast.audit.journal;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// A journal: a file that is only ever added to. Each line holds the hash of the line before, so that an altered or
/// missing line is noticed. What it cannot notice by itself is that its last lines were cut off, or that somebody wrote
/// all of it anew: that shows against a [JournalReading#head()] that stands elsewhere, in a report or a capsule.
///
/// Many threads and many processes may write into one file at a time. All calls block; never call them on the screen's
/// thread.
public final class Journal {
    /// What the opening line says of the format.
    public static final String FORMAT = "hindcast-journal/1";

    /// Locks of files hold between processes; this one holds between the threads of this one. A line takes a moment.
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path file;
    private final String about;
    private final InstantSource clock;
    private final String who;

    /// @param file need not be there; it comes with the first entry
    /// @param about the store, without secrets: stands in the opening line
    public Journal(Path file, String about, InstantSource clock, String who) {
        this.file = file;
        this.about = about;
        this.clock = clock;
        this.who = who;
    }

    public Path file() {
        return file;
    }

    /// Who stands in the lines that are written from here.
    public String who() {
        return who;
    }

    /// Reads all of it; a file that is not there is an empty journal.
    ///
    /// @throws JournalFailure when it cannot be read or is no journal
    public JournalReading read() {
        return read(JournalReading.EMPTY);
    }

    /// Reads what was added since an earlier reading, without going through all of it again.
    ///
    /// @throws JournalFailure when it cannot be read or is no journal
    public JournalReading read(JournalReading before) {
        IN_THIS_PROCESS.lock();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var _ = channel.lock(0, Long.MAX_VALUE, true)) {
            var locked = new JournalFile(channel);
            if (!locked.isJournal()) {
                throw noJournal(JournalFailure.Kind.UNREADABLE);
            }
            return locked.read(before);
        } catch (NoSuchFileException _) {
            return JournalReading.EMPTY;
        } catch (IOException | ArithmeticException e) {
            throw new JournalFailure(JournalFailure.Kind.UNREADABLE, JournalFailure.What.UNREADABLE, file, e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /// Whatever file somebody names: nothing but a journal is ever written to.
    private JournalFailure noJournal(JournalFailure.Kind kind) {
        return new JournalFailure(kind, JournalFailure.What.NO_JOURNAL, file);
    }

    /// Adds one entry and has it on the disk before it returns.
    ///
    /// @param kind small letters: `reveal`
    /// @throws JournalFailure when it cannot be written; nothing is added then
    public JournalEntry append(String kind, Fields body) {
        return append(kind, List.of(body)).getFirst();
    }

    /// Adds entries of one kind in one piece.
    public List<JournalEntry> append(String kind, List<Fields> bodies) {
        IN_THIS_PROCESS.lock();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return append(new JournalFile(channel), kind, bodies);
            }
        } catch (IOException e) {
            throw new JournalFailure(JournalFailure.Kind.UNWRITABLE, JournalFailure.What.UNWRITABLE, file, e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private List<JournalEntry> append(JournalFile locked, String kind, List<Fields> bodies) throws IOException {
        if (!locked.isJournal()) {
            throw noJournal(JournalFailure.Kind.UNWRITABLE);
        }
        JournalFile.End end = locked.end();
        var lines = new ArrayList<JournalEntry>();
        long number = end.number();
        if (end.offset() == 0) {
            lines.add(entry(number++, JournalEntry.OPENING, opening()));
        }
        Fields unfinished = locked.unfinished(end);
        if (unfinished.size() > 0) {
            lines.add(entry(number++, JournalEntry.RECOVERED, unfinished));
        }
        int before = lines.size();
        for (Fields body : bodies) {
            lines.add(entry(number++, kind, body));
        }
        locked.append(end, lines);
        return List.copyOf(lines.subList(before, lines.size()));
    }

    private Fields opening() {
        return Fields.of("format", new Text(FORMAT)).with("about", new Text(about));
    }

    private JournalEntry entry(long number, String kind, Fields body) {
        return new JournalEntry(number, clock.instant().truncatedTo(ChronoUnit.MILLIS), who, kind, body);
    }
}
