package io.hindcast.audit.mark;

import io.hindcast.audit.journal.JournalEntry;
import io.hindcast.audit.mark.MarkChange.Deed;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.time.DateTimeException;
import java.util.List;

/// How marks stand in a journal, as entries of the kind `mark`: `add` with a binding and what the mark says, `change` with
/// an id and all that it says from then on, `remove` and `restore` with an id, `legend` with a tick mark of one's own.
final class MarkEntries {
    static final String KIND = "mark";

    private static final String DEED = "do";

    private MarkEntries() {}

    static Fields add(Binding binding, MarkContent content) {
        return deed("add").with("mark", MarkText.of(content)).with("binding", BindingText.of(binding));
    }

    static Fields change(String id, MarkContent content, String why) {
        return because(deed("change").with("id", new Text(id)).with("mark", MarkText.of(content)), why);
    }

    static Fields remove(String id, String why) {
        return because(deed("remove").with("id", new Text(id)), why);
    }

    static Fields restore(String id, String why) {
        return because(deed("restore").with("id", new Text(id)), why);
    }

    static Fields legend(Tick tick) {
        return deed("legend")
                .with("name", new Text(tick.name()))
                .with("symbol", new Text(tick.symbol()))
                .with("meaning", new Text(tick.meaning()));
    }

    private static Fields deed(String word) {
        return Fields.of(DEED, new Text(word));
    }

    private static Fields because(Fields entry, String why) {
        return why.isBlank() ? entry : entry.with("why", new Text(why));
    }

    /// Takes one entry into account; one that is none of marks, or cannot be understood, changes nothing.
    static void apply(MarkReplay marks, JournalEntry entry) {
        if (!entry.kind().equals(KIND)) {
            return;
        }
        try {
            understood(marks, entry);
        } catch (IllegalArgumentException | DateTimeException _) {
            marks.complain(entry.number());
        }
    }

    private static void understood(MarkReplay marks, JournalEntry entry) {
        Fields body = entry.body();
        switch (MarkText.text(body, DEED)) {
            case "add" -> marks.put(added(entry));
            case "change" -> marks.put(there(marks, body, false).with(change(Deed.CHANGED, entry, content(body))));
            case "remove" -> marks.put(again(there(marks, body, false), Deed.REMOVED, entry));
            case "restore" -> marks.put(again(there(marks, body, true), Deed.RESTORED, entry));
            case "legend" -> marks.put(new Tick(
                    MarkText.text(body, "name"), MarkText.text(body, "symbol"), MarkText.text(body, "meaning")));
            default -> throw new IllegalArgumentException("a deed that this version does not know");
        }
    }

    private static Mark again(Mark mark, Deed deed, JournalEntry entry) {
        return mark.with(change(deed, entry, mark.content()));
    }

    private static Mark there(MarkReplay marks, Fields body, boolean removed) {
        return marks.find(MarkText.text(body, "id"))
                .filter(mark -> mark.isRemoved() == removed)
                .orElseThrow(() -> new IllegalArgumentException("no such mark"));
    }

    private static Mark added(JournalEntry entry) {
        if (!(entry.body().field("binding") instanceof Fields binding)) {
            throw new IllegalArgumentException("bound to nothing");
        }
        MarkChange first = change(Deed.ADDED, entry, content(entry.body()));
        return new Mark(id(entry), BindingText.read(binding), List.of(first));
    }

    static String id(JournalEntry entry) {
        return "M" + entry.number();
    }

    private static MarkContent content(Fields body) {
        if (body.field("mark") instanceof Fields mark) {
            return MarkText.read(mark);
        }
        throw new IllegalArgumentException("says nothing");
    }

    private static MarkChange change(Deed deed, JournalEntry entry, MarkContent content) {
        return new MarkChange(deed, entry.number(), entry.at(), entry.who(), content, MarkText.text(entry.body(), "why"));
    }
}
