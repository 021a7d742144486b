package io.hindcast.desktop.marks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Severity;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.audit.mark.Money;
import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksSheetTest {
    @TempDir
    Path folder;

    private final Turns turns = new Turns();

    private MarksModel marked(MarkContent... contents) throws InterruptedException {
        Focus focus = turns.focus();
        var clock = InstantSource.fixed(Instant.parse("2026-04-07T08:00:00Z"));
        var book = new MarkBook(
                focus, name -> new Journals(folder, clock, name), new Person(Optional.empty(), "ada"));
        var model = new MarksModel(focus, book, new MarkWords(focus::masks));
        focus.show(Bank.open());
        turns.settle();
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(10));
        turns.settle();
        for (MarkContent content : contents) {
            book.add(Target.OfEvent.of(model.focusedEvent().orElseThrow()), content, () -> {}, MarksSheetTest::failed);
            turns.settle();
        }
        return model;
    }

    private static void failed(String sentence) {
        throw new AssertionError(sentence);
    }

    /// The value under a title, row by row.
    private static List<StateValue> column(SheetTable table, String title) {
        int at = table.columns().stream().map(it -> it.title()).toList().indexOf(title);
        return table.rows().map(row -> row.get(at).value()).toList();
    }

    private static final Finding FINDING = new Finding(
            "Rounding",
            "0.01 is missing",
            "to the cent",
            "",
            "",
            Money.parse("0.1234567890123456789 EUR"),
            "",
            Severity.LOW,
            Status.OPEN);

    @Test
    void amounts_keep_their_digits_and_standings_have_the_words_of_the_command_line() throws InterruptedException {
        MarksModel model = marked(FINDING);

        assertThat(column(MarksSheet.of(model).tables().getFirst(), "amount"))
                .containsExactly(Num.parse("0.1234567890123456789"));
        assertThat(column(MarksSheet.of(model).tables().getFirst(), "standing")).containsExactly(new Text("holds"));
        assertThat(column(MarksSheet.of(model).tables().getFirst(), "stream")).containsExactly(new Text(Bank.ACCOUNT));
    }

    @Test
    void every_row_has_a_cell_under_every_title_whatever_the_kind() throws InterruptedException {
        MarksModel model =
                marked(FINDING, new MarkContent.Note("n"), new MarkContent.Tick("vouched", ""), new MarkContent.Bookmark(""));
        SheetExport.Content content = MarksSheet.of(model);

        for (SheetTable table : content.tables()) {
            List<List<Shown>> rows = table.rows().toList();
            assertThat(rows).hasSize(4).allMatch(row -> row.size() == table.columns().size());
        }
    }

    @Test
    void the_history_has_a_line_for_each_deed() throws InterruptedException {
        MarksModel model = marked(new MarkContent.Note("first"));
        model.book().change(
                model.shownProperty().get().getFirst(), new MarkContent.Note("second"), () -> {}, MarksSheetTest::failed);
        turns.settle();

        assertThat(column(MarksSheet.of(model).tables().getLast(), "text"))
                .containsExactly(new Text("first"), new Text("second"));
    }
}
