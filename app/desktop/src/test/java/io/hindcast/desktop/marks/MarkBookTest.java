package io.hindcast.desktop.marks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkChange.Deed;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Bookmark;
import io.hindcast.audit.mark.MarkContent.Note;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Standing;
import io.hindcast.audit.mark.Standing.Part;
import io.hindcast.audit.mark.Tick;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.sign.MarkWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkBookTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-07T08:00:00Z"));

    @TempDir
    Path folder;

    private final Turns turns = new Turns();
    private final Person ada = new Person(Optional.empty(), "ada");
    private final List<String> failures = new ArrayList<>();

    private MarksModel onBank(Path journals) throws InterruptedException {
        return on(Bank.open(), journals);
    }

    private MarksModel on(FakeStore store, Path journals) throws InterruptedException {
        Focus focus = turns.focus();
        var book = new MarkBook(focus, name -> new Journals(journals, CLOCK, name), ada);
        focus.show(store);
        turns.settle();
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(10));
        turns.settle();
        return new MarksModel(focus, book, new MarkWords(focus::masks));
    }

    private void add(MarksModel model, MarkContent content) throws InterruptedException {
        model.book().add(Target.OfEvent.of(model.focusedEvent().orElseThrow()), content, () -> {}, failures::add);
        turns.settle();
    }

    private static List<Mark> all(MarksModel model) {
        return model.focus().marked().now().all();
    }

    @Test
    void a_mark_is_written_bound_and_there_again_when_the_store_is_opened_anew() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Note("who asked for this?"));

        assertThat(failures).isEmpty();
        assertThat(model.ofFocus()).extracting(Mark::text).containsExactly("who asked for this?");
        assertThat(model.focus().marked().standing(all(model).getFirst())).contains(new Standing.Holds());
        MarksModel later = onBank(folder);
        assertThat(all(later)).isEqualTo(all(model));
        assertThat(later.focus().marked().standing(all(later).getFirst())).contains(new Standing.Holds());
        assertThat(all(later).getFirst().made().who()).isEqualTo("ada");
    }

    @Test
    void a_mark_whose_event_has_changed_is_invalid_when_the_store_opens_and_the_person_is_told() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Note("checked against the voucher"));

        MarksModel later = on(Bank.tampered(10), folder);

        Mark mark = all(later).getFirst();
        assertThat(later.focus().marked().isInvalid(mark)).isTrue();
        assertThat(later.focus().marked().standing(mark).orElseThrow())
                .isInstanceOfSatisfying(Standing.Changed.class, it -> assertThat(it.parts()).containsExactly(Part.DATA));
        assertThat(later.focus().noticeProperty().get().orElseThrow().sentence()).contains("1 mark is no longer valid");
        later.whichProperty().set(MarksModel.Which.INVALID);
        assertThat(later.shownProperty().get()).containsExactly(mark);
    }

    @Test
    void undo_and_redo_write_entries_and_erase_none() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Note("first"));
        model.book().change(all(model).getFirst(), new Note("second"), () -> {}, failures::add);
        turns.settle();
        model.book().remove(all(model).getFirst());
        turns.settle();
        assertThat(all(model)).isEmpty();

        step(model, true);
        assertThat(all(model)).extracting(Mark::text).containsExactly("second");
        step(model, true);
        assertThat(all(model)).extracting(Mark::text).containsExactly("first");
        step(model, true);
        assertThat(all(model)).isEmpty();
        step(model, false);
        step(model, false);
        assertThat(all(model)).extracting(Mark::text).containsExactly("second");
        step(model, false);
        assertThat(all(model)).isEmpty();
        assertThat(model.focus().marked().now().everything())
                .singleElement()
                .satisfies(mark -> assertThat(mark.history())
                        .extracting(MarkChange::deed)
                        .containsExactly(
                                Deed.ADDED, Deed.CHANGED, Deed.REMOVED, Deed.RESTORED, Deed.CHANGED, Deed.REMOVED, Deed.RESTORED,
                                Deed.CHANGED, Deed.REMOVED));
        assertThat(failures).isEmpty();
        assertThat(model.book().undoing().canRedoProperty().get()).isFalse();
    }

    private void step(MarksModel model, boolean back) throws InterruptedException {
        model.book().step(back);
        turns.settle();
    }

    @Test
    void a_new_change_ends_what_could_be_done_again() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Note("first"));
        step(model, true);
        assertThat(model.book().undoing().canRedoProperty().get()).isTrue();
        add(model, new Note("other"));

        assertThat(model.book().undoing().canRedoProperty().get()).isFalse();
    }

    @Test
    void a_change_of_a_mark_that_another_program_took_away_cannot_be_taken_back() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Note("first"));
        MarksModel other = onBank(folder);
        other.book().remove(all(other).getFirst());
        turns.settle();
        model.book().check();
        turns.settle();

        step(model, true);

        assertThat(model.focus().noticeProperty().get().orElseThrow().sentence()).contains("cannot be taken back");
        assertThat(model.book().undoing().canUndoProperty().get()).isFalse();
    }

    @Test
    void a_journal_that_cannot_be_written_says_so_and_adds_nothing() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("journals"), "a file where a folder should be");
        MarksModel model = onBank(file);
        add(model, new Note("lost?"));

        assertThat(failures).singleElement().asString().contains("cannot be");
        assertThat(all(model)).isEmpty();
        assertThat(model.book().undoing().canUndoProperty().get()).isFalse();
    }

    @Test
    void whoever_declares_a_name_writes_under_it_from_then_on() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Bookmark(""));
        ada.declare("Ada Lovelace");
        turns.settle();
        add(model, new Note("as myself"));

        assertThat(all(model)).extracting(mark -> mark.made().who()).containsExactly("ada", "Ada Lovelace");
        assertThat(model.focus().marked().standing(all(model).getFirst())).as("still known").contains(new Standing.Holds());
    }

    @Test
    void marks_are_narrowed_by_kind_text_and_what_is_open() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Bookmark(""));
        add(model, new Note("late booking"));
        add(model, MarkContent.Finding.named("limit passed"));
        model.kindProperty().set(Optional.of(MarkKind.NOTE));
        assertThat(model.shownProperty().get()).extracting(Mark::text).containsExactly("late booking");
        model.kindProperty().set(Optional.empty());
        model.textProperty().set("LIMIT");
        assertThat(model.shownProperty().get()).extracting(Mark::kind).containsExactly(MarkKind.FINDING);
        model.textProperty().set("");
        model.whichProperty().set(MarksModel.Which.OPEN);
        assertThat(model.shownProperty().get()).extracting(Mark::kind).containsExactly(MarkKind.FINDING);
        model.book().remove(all(model).getFirst());
        turns.settle();
        model.whichProperty().set(MarksModel.Which.REMOVED);
        assertThat(model.shownProperty().get()).extracting(Mark::kind).containsExactly(MarkKind.BOOKMARK);
    }

    @Test
    void steps_lead_from_mark_to_mark_over_streams_and_around() throws InterruptedException {
        MarksModel model = onBank(folder);
        for (String stream : List.of("loan-L003", Bank.ACCOUNT)) {
            model.focus().goTo(stream, new Destination.AtIndex(2));
            turns.settle();
            add(model, new Note(stream));
        }
        model.focus().step(5);
        add(model, new Bookmark(""));
        var visited = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            model.step(true);
            turns.settle();
            visited.add(model.focus().look().subject().orElseThrow().stream() + " " + model.focus().look().index());
        }

        assertThat(visited).containsExactly("loan-L003 2", Bank.ACCOUNT + " 2", Bank.ACCOUNT + " 5", "loan-L003 2");
        model.step(false);
        turns.settle();
        assertThat(model.focus().look().index()).isEqualTo(5);
    }

    @Test
    void a_tick_mark_of_ones_own_joins_the_legend_and_can_be_used() throws InterruptedException {
        MarksModel model = onBank(folder);
        model.book().explain(new Tick("bank", "B", "agrees with the bank's letter"), () -> {}, failures::add);
        turns.settle();
        add(model, new MarkContent.Tick("bank", ""));

        assertThat(failures).isEmpty();
        assertThat(model.words().brief(all(model).getFirst(), model.focus().marked().now().legend()))
                .isEqualTo("B agrees with the bank's letter");
    }

    @Test
    void another_store_shows_its_own_marks() throws InterruptedException {
        MarksModel model = onBank(folder);
        add(model, new Note("of the bank"));
        model.focus().show(Bank.empty());
        turns.settle();

        assertThat(all(model)).isEmpty();
        assertThat(model.book().undoing().canUndoProperty().get()).isFalse();
    }

    @Test
    void while_the_store_grows_marks_stay_and_new_events_can_be_marked() throws InterruptedException {
        FakeStore store = Bank.open().alive();
        MarksModel model = on(store, folder);
        add(model, new Note("before"));
        Focus focus = model.focus();
        focus.live().start(store);
        focus.goTo(Bank.ACCOUNT, Destination.head());
        turns.settle();
        int before = focus.look().size();
        store.write(Bank.ACCOUNT, 0);
        turns.until(() -> focus.look().size() == before + 1);
        add(model, new Note("after"));

        assertThat(failures).isEmpty();
        assertThat(all(model)).extracting(Mark::text).containsExactly("before", "after");
        model.book().check();
        turns.until(() -> !model.book().checking().runningProperty().get());
        assertThat(all(model)).noneMatch(focus.marked()::isInvalid);
        focus.close();
    }

    @Test
    void a_check_that_is_stopped_says_so_and_convicts_no_mark() throws InterruptedException {
        FakeStore store = Bank.open();
        MarksModel model = on(store, folder);
        add(model, new Note("before"));
        store.hold(true);
        model.book().check();
        model.book().checking().stop();
        store.hold(false);
        turns.settle();

        assertThat(model.focus().noticeProperty().get().orElseThrow().sentence()).contains("stopped");
        assertThat(model.focus().marked().standing(all(model).getFirst()).orElseThrow())
                .isInstanceOfSatisfying(
                        Standing.CannotTell.class, it -> assertThat(it.kind()).isEqualTo(Standing.Why.STOPPED));
    }
}
