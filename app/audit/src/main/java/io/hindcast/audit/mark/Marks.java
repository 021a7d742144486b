package io.hindcast.audit.mark;

import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.JournalEntry;
import io.hindcast.audit.journal.JournalReading;
import io.hindcast.connector.EventSource;
import io.hindcast.engine.state.Fields;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The marks of a journal, live. [#now()] is free and for any thread, the screen's too; everything else reads or writes the
/// file and blocks. Nothing is ever changed in place: each deed is an entry of the journal.
public final class Marks {
    private final Journal journal;
    private final MarkSet given;
    private final ReentrantLock deeds = new ReentrantLock();
    private final List<Consumer<MarkSet>> listeners = new CopyOnWriteArrayList<>();
    private MarkReplay replay;
    private volatile MarkSet now;
    private volatile JournalReading reading = JournalReading.EMPTY;

    private Marks(Journal journal, MarkSet given) {
        this.journal = journal;
        this.given = given;
        this.replay = new MarkReplay(given);
        this.now = given;
    }

    /// @throws io.hindcast.audit.journal.JournalFailure when the journal is there and cannot be read
    public static Marks of(Journal journal) {
        return of(journal, MarkSet.EMPTY);
    }

    /// The marks that came with an open store, a capsule, and what the journal does to them and adds.
    ///
    /// @throws io.hindcast.audit.journal.JournalFailure when the journal is there and cannot be read
    /// @throws MarkFailure when those that came with the store cannot be read
    public static Marks of(Journal journal, EventSource source) {
        return of(journal, source.attachment(MarksFile.NAME).map(MarksFile::given).orElse(MarkSet.EMPTY));
    }

    private static Marks of(Journal journal, MarkSet given) {
        var marks = new Marks(journal, given);
        marks.refresh();
        return marks;
    }

    /// The marks as they stood when the journal was last read or written here.
    public MarkSet now() {
        return now;
    }

    /// The journal as it was read then.
    public JournalReading reading() {
        return reading;
    }

    public Journal journal() {
        return journal;
    }

    /// Tells somebody about the marks whenever they have changed, on the thread that changed them. Close what is given back
    /// to hear no more.
    public Listening onChange(Consumer<MarkSet> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// An ear that can be closed.
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /// Reads the whole journal anew: others may have written into it, or altered it.
    public void refresh() {
        deeds.lock();
        try {
            take(journal.read());
        } finally {
            deeds.unlock();
        }
    }

    private void take(JournalReading fresh) {
        var all = new MarkReplay(given);
        fresh.entries().forEach(entry -> MarkEntries.apply(all, entry));
        replay = all;
        reading = fresh;
        show(all.marks());
    }

    /// After a deed only what is new is read and replayed.
    private void takeNew() {
        JournalReading before = reading;
        JournalReading fresh = journal.read(before);
        boolean goesOn = fresh.entries().size() >= before.entries().size()
                && fresh.isSound()
                && fresh.hashes().subList(0, before.hashes().size()).equals(before.hashes());
        if (!goesOn) {
            take(fresh);
            return;
        }
        fresh.entries().subList(before.entries().size(), fresh.entries().size())
                .forEach(entry -> MarkEntries.apply(replay, entry));
        reading = fresh;
        show(replay.marks());
    }

    private void show(MarkSet fresh) {
        boolean changed = !now.equals(fresh);
        now = fresh;
        if (changed) {
            listeners.forEach(listener -> listener.accept(fresh));
        }
    }

    /// @throws io.hindcast.audit.journal.JournalFailure when it cannot be written; nothing is added then
    public Mark add(Binding binding, MarkContent content) {
        return add(List.of(binding), content).getFirst();
    }

    /// Adds the same mark beside several things, in one piece.
    public List<Mark> add(List<Binding> bindings, MarkContent content) {
        requireTick(content);
        return write(bindings.stream().map(binding -> MarkEntries.add(binding, content)).toList()).stream()
                .map(entry -> mark(MarkEntries.id(entry)))
                .toList();
    }

    /// Says something else from now on.
    ///
    /// @param why "" for no reason given
    /// @throws MarkFailure when there is no such mark, or it is removed, or the content is of another kind
    public Mark change(String id, MarkContent content, String why) {
        Mark before = there(id);
        if (content.kind() != before.kind()) {
            throw new MarkFailure(new MarkFailure.What.OfOtherKind(id, before.kind()));
        }
        requireTick(content);
        write(List.of(MarkEntries.change(id, content, why)));
        return mark(id);
    }

    /// Takes a mark away; its history stays.
    ///
    /// @throws MarkFailure when there is no such mark, or it is removed already
    public Mark remove(String id, String why) {
        there(id);
        write(List.of(MarkEntries.remove(id, why)));
        return mark(id);
    }

    /// Puts a mark that was taken away back, as it was and under its id.
    ///
    /// @throws MarkFailure when there is no such mark, or it is not removed
    public Mark restore(String id, String why) {
        if (!known(id).isRemoved()) {
            throw new MarkFailure(new MarkFailure.What.NotRemoved(id));
        }
        write(List.of(MarkEntries.restore(id, why)));
        return mark(id);
    }

    /// Puts a tick mark of one's own into the legend; one of the same name is replaced.
    ///
    /// @throws MarkFailure when name, symbol or meaning says nothing
    public void explain(Tick tick) {
        if (tick.name().isBlank() || tick.symbol().isBlank() || tick.meaning().isBlank()) {
            throw new MarkFailure(new MarkFailure.What.TickWithoutWords());
        }
        write(List.of(MarkEntries.legend(tick)));
    }

    private void requireTick(MarkContent content) {
        if (content instanceof MarkContent.Tick(String name, String _)
                && now.legend().ticks().stream().noneMatch(tick -> tick.name().equals(name))) {
            throw new MarkFailure(new MarkFailure.What.UnknownTick(name));
        }
    }

    private Mark there(String id) {
        Mark mark = known(id);
        if (mark.isRemoved()) {
            throw new MarkFailure(new MarkFailure.What.Removed(id));
        }
        return mark;
    }

    private Mark known(String id) {
        return now.find(id).orElseThrow(() -> new MarkFailure(new MarkFailure.What.Unknown(id)));
    }

    private Mark mark(String id) {
        return now.find(id).orElseThrow(() -> new MarkFailure(new MarkFailure.What.NotReadBack(id)));
    }

    private List<JournalEntry> write(List<Fields> bodies) {
        deeds.lock();
        try {
            List<JournalEntry> written = journal.append(MarkEntries.KIND, bodies);
            takeNew();
            return written;
        } finally {
            deeds.unlock();
        }
    }
}
