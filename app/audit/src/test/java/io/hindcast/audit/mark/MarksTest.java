package io.hindcast.audit.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.mark.MarkChange.Deed;
import io.hindcast.audit.mark.MarkContent.Bookmark;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Note;
import io.hindcast.audit.mark.MarkContent.Severity;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    @TempDir
    Path folder = Path.of("");

    private final OpenStore store = MemorySource.store(Events.sound(30));

    private Journal journal(String name) {
        return new Journal(folder.resolve(name), "memory", NOON, "ada");
    }

    private Binding bound(String stream, long version) {
        return new Binder(store).event(EventAddress.version(stream, version)).orElseThrow();
    }

    private static Finding finding(String text) {
        return new Finding(
                text, "two postings", "one posting", "sent again", "too high", Money.parse("-0.10 CHF"), "", Severity.HIGH, Status.OPEN);
    }

    @Test
    void marks_are_found_by_stream_and_version() {
        Marks marks = Marks.of(journal("one"));
        Mark note = marks.add(bound("account-1", 3), new Note("why so late?"));
        Mark tick = marks.add(bound("account-1", 3), new MarkContent.Tick("vouched", ""));
        marks.add(bound("account-1", 4), new Bookmark("begin here"));

        assertThat(marks.now().at("account-1", 3)).containsExactly(note, tick);
        assertThat(marks.now().ofStream("account-1")).hasSize(3);
        assertThat(marks.now().at("account-2", 3)).isEmpty();
        assertThat(marks.now().of(Events.sound("account-1", 4, 11))).extracting(Mark::text).containsExactly("begin here");
        assertThat(note.id()).isEqualTo("M2");
        assertThat(note.made().who()).isEqualTo("ada");
    }

    @Test
    void a_finding_keeps_every_digit_and_every_word() {
        Marks marks = Marks.of(journal("one"));
        Finding said = finding("double posting \u202e \"quoted\"");
        marks.add(bound("account-0", 1), said);

        Mark read = Marks.of(journal("one")).now().all().getFirst();

        assertThat(read.content()).isEqualTo(said);
        assertThat(((Finding) read.content()).amount().orElseThrow().text()).isEqualTo("-0.10 CHF");
        assertThat(read.binding()).isEqualTo(bound("account-0", 1));
    }

    @Test
    void a_change_keeps_what_was_said_before_and_a_removed_mark_keeps_its_history() {
        Marks marks = Marks.of(journal("one"));
        String id = marks.add(bound("account-0", 1), new Note("first")).id();
        marks.change(id, new Note("second"), "was wrong");
        marks.remove(id, "settled");

        Mark mark = marks.now().find(id).orElseThrow();
        assertThat(marks.now().all()).isEmpty();
        assertThat(mark.isRemoved()).isTrue();
        assertThat(mark.history()).extracting(MarkChange::deed).containsExactly(Deed.ADDED, Deed.CHANGED, Deed.REMOVED);
        assertThat(mark.history()).extracting(change -> change.content().text()).containsExactly("first", "second", "second");
        assertThat(mark.history()).extracting(MarkChange::why).containsExactly("", "was wrong", "settled");
        assertThatThrownBy(() -> marks.change(id, new Note("third"), "")).isInstanceOf(MarkFailure.class);
        assertThatThrownBy(() -> marks.remove("M99", "")).hasMessage("There is no mark M99.");
    }

    @Test
    void a_mark_that_was_taken_away_is_put_back_as_it_was_and_under_its_id() {
        Marks marks = Marks.of(journal("one"));
        Mark note = marks.add(bound("account-0", 1), new Note("odd"));
        marks.remove(note.id(), "");

        Mark back = marks.restore(note.id(), "by mistake");

        assertThat(back.id()).isEqualTo(note.id());
        assertThat(back.binding()).isEqualTo(note.binding());
        assertThat(back.content()).isEqualTo(note.content());
        assertThat(back.history()).extracting(MarkChange::deed).containsExactly(Deed.ADDED, Deed.REMOVED, Deed.RESTORED);
        assertThat(back.last().why()).isEqualTo("by mistake");
        assertThat(Marks.of(journal("one")).now().all()).containsExactly(back);
        assertThatThrownBy(() -> marks.restore(note.id(), "")).hasMessage("The mark %s is not removed.", note.id());
        assertThatThrownBy(() -> marks.restore("M99", "")).hasMessage("There is no mark M99.");
    }

    @Test
    void reports_have_a_word_for_each_deed_in_both_languages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var words = ResourceBundle.getBundle("io.hindcast.audit.report.Report", language);
            assertThat(Deed.values()).allSatisfy(deed -> assertThat(words.containsKey("word." + deed.word())).as("%s %s", deed, language).isTrue());
        }
    }

    @Test
    void a_note_never_becomes_a_finding() {
        Marks marks = Marks.of(journal("one"));
        String id = marks.add(bound("account-0", 1), new Note("odd")).id();

        assertThatThrownBy(() -> marks.change(id, finding("odd"), "")).hasMessage("%s is a note and stays one.", id);
    }

    @Test
    void a_tick_mark_of_ones_own_stands_in_the_legend_first() {
        Marks marks = Marks.of(journal("one"));
        assertThatThrownBy(() -> marks.add(bound("account-0", 1), new MarkContent.Tick("confirmed", "")))
                .isInstanceOf(MarkFailure.class);

        marks.explain(new Tick("confirmed", "K", "confirmed by the bank"));
        marks.add(bound("account-0", 1), new MarkContent.Tick("confirmed", ""));

        assertThat(Marks.of(journal("one")).now().legend().find("K").orElseThrow().meaning())
                .isEqualTo("confirmed by the bank");
    }

    @Test
    void entries_of_others_and_entries_that_cannot_be_understood_disturb_nothing() {
        Marks marks = Marks.of(journal("one"));
        marks.add(bound("account-0", 1), new Note("mine"));
        journal("one").append("reveal", Fields.EMPTY);
        long line = journal("one").append("mark", Fields.EMPTY).number();

        marks.refresh();

        assertThat(marks.now().all()).hasSize(1);
        assertThat(marks.now().complaints()).containsExactly(line);
    }

    @Test
    void whoever_listens_hears_of_every_change_until_the_ear_is_closed() {
        Marks marks = Marks.of(journal("one"));
        var heard = new ArrayList<Integer>();
        try (var _ = marks.onChange(now -> heard.add(now.all().size()))) {
            marks.add(bound("account-0", 1), new Note("one"));
            Marks.of(journal("one")).add(bound("account-0", 2), new Note("two"));
            marks.refresh();
            marks.refresh();
        }
        marks.add(bound("account-0", 3), new Note("three"));

        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void a_journal_that_cannot_be_written_adds_no_mark() throws IOException {
        Marks marks = Marks.of(new Journal(folder.resolve("file").resolve("j"), "", NOON, "ada"));
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> marks.add(bound("account-0", 1), new Note("x"))).isInstanceOf(JournalFailure.class);
        assertThat(marks.now().all()).isEmpty();
    }

    /// 200 seeds: what is live after any run of deeds by two hands is what a fresh reading of the file gives.
    @Test
    void any_order_of_deeds_replays_to_the_same_marks() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            Marks mine = Marks.of(journal("seed-" + seed));
            Marks theirs = Marks.of(journal("seed-" + seed));
            for (int deed = 0; deed < 12; deed++) {
                Marks hand = random.nextBoolean() ? mine : theirs;
                hand.refresh();
                deed(hand, random);
            }
            mine.refresh();
            theirs.refresh();

            assertThat(mine.now()).as("seed %d", seed).isEqualTo(theirs.now());
            assertThat(mine.now()).as("seed %d", seed).isEqualTo(Marks.of(journal("seed-" + seed)).now());
            assertThat(mine.now().complaints()).as("seed %d", seed).isEmpty();
        }
    }

    private void deed(Marks marks, Random random) {
        List<Mark> there = marks.now().all();
        List<Mark> gone = marks.now().everything().stream().filter(Mark::isRemoved).toList();
        if (!gone.isEmpty() && random.nextInt(4) == 0) {
            marks.restore(gone.get(random.nextInt(gone.size())).id(), "");
            return;
        }
        int choice = there.isEmpty() ? 0 : random.nextInt(4);
        Optional<Mark> one = there.isEmpty() ? Optional.empty() : Optional.of(there.get(random.nextInt(there.size())));
        switch (choice) {
            case 2 -> marks.change(one.orElseThrow().id(), new Note("changed " + random.nextInt()), "");
            case 3 -> marks.remove(one.orElseThrow().id(), "");
            default -> marks.add(bound("account-" + random.nextInt(3), 1 + random.nextInt(9)), new Note("n" + random.nextInt()));
        }
    }
}
