package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Marks written by keys, shown in every pane, and drawn into `target/pictures`.
class MarksPicturesTest {
    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static Shown bank(Theme theme, int width, int height) throws Exception {
        Shown shown = Shown.onBank(theme, width, height);
        go(shown, Bank.ACCOUNT, 100);
        return shown;
    }

    private static void go(Shown shown, String stream, int index) throws Exception {
        shown.does(() -> shown.focus.goTo(stream, new Destination.AtIndex(index)));
        shown.does(() -> shown.window.workbench().events().takeKeys());
    }

    private static List<Mark> all(Shown shown) throws Exception {
        return on(() -> shown.focus.marked().now().all());
    }

    private static void write(Shown shown, String query, String text) throws Exception {
        shown.does(() -> {
            switch (shown.window.scene().lookup(query)) {
                case TextArea area -> area.setText(text);
                case TextField field -> field.setText(text);
                case null, default -> throw new IllegalStateException(query);
            }
        });
    }

    /// Marks of all kinds, of which one is no longer valid when the store opens again.
    private static void mark(Shown shown) throws Exception {
        shown.type(KeyCode.M);
        shown.press(KeyCode.CONTROL, KeyCode.M);
        write(shown, "#mark-text", "The voucher is dated one day later; asked c.dubois for it.\nAnswer expected by Friday.");
        shown.fire("#mark-save");
        shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
        go(shown, Bank.ACCOUNT, 140);
        shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT6);
        go(shown, Bank.ACCOUNT, 20);
        shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        write(shown, "#finding-name", "Limit passed without approval");
        write(shown, "#finding-condition", "The balance fell below the limit of 5000.00.");
        write(shown, "#finding-amount", "41557.59");
        write(shown, "#finding-currency", "CHF");
        shown.fire("#mark-save");
        go(shown, "account-CH93-0003", 4);
        shown.type(KeyCode.M);
        go(shown, Bank.ACCOUNT, 100);
    }

    private static void tamper(Shown shown) throws Exception {
        shown.does(() -> shown.focus.show(Bank.tampered(100)));
        go(shown, Bank.ACCOUNT, 100);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1400, 900, en", "DARK, 1400, 900, de", "LIGHT, 1000, 700, de", "DARK, 1500, 900, en"})
    void every_pane_is_drawn(Theme theme, int width, int height, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        String name = "%s-%d-%s".formatted(theme.name().toLowerCase(Locale.ROOT), width, language);
        try (Shown shown = bank(theme, width, height)) {
            mark(shown);
            shown.picture("marked-" + name);
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            shown.picture("marks-finding-" + name);
            shown.does(() -> {
                shown.window.escape();
                shown.window.marks().note();
            }).picture("marks-note-" + name);
            shown.does(() -> {
                shown.window.escape();
                shown.window.marks().legend();
            }).picture("marks-legend-" + name);
            shown.does(() -> {
                shown.window.escape();
                shown.window.keys();
            }).picture("marks-keys-" + name);
            shown.does(() -> shown.window.escape());
            tamper(shown);
            shown.picture("marked-invalid-" + name);
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            TableView<?> table = shown.find("#marks-table", TableView.class);
            shown.does(() -> table.getSelectionModel().select(2)).picture("marks-list-" + name);
        }
        assertThat(Files.size(Shown.PICTURES.resolve("marks-list-" + name + ".png"))).isGreaterThan(40_000);
    }

    @Test
    void m_puts_a_bookmark_and_takes_it_away_again() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.type(KeyCode.M);
            assertThat(all(shown)).extracting(Mark::kind).containsExactly(MarkKind.BOOKMARK);
            shown.type(KeyCode.M);
            assertThat(all(shown)).isEmpty();
        }
    }

    @Test
    void a_note_is_written_by_keys_alone() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.M);
            shown.robot.write("memo");
            shown.settle();
            shown.press(KeyCode.CONTROL, KeyCode.ENTER);

            assertThat(all(shown)).extracting(Mark::text).containsExactly("memo");
            assertThat(on(() -> shown.window.scene().lookup("#mark-text"))).as("the editor is gone").isNull();
        }
    }

    @Test
    void tick_marks_have_keys_and_undo_and_redo_work() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
            assertThat(all(shown)).extracting(Mark::content).containsExactly(new MarkContent.Tick("recalculated", ""));
            shown.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(all(shown)).isEmpty();
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            assertThat(all(shown)).extracting(Mark::content).containsExactly(new MarkContent.Tick("recalculated", ""));
        }
    }

    @Test
    void brackets_lead_from_mark_to_mark() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.type(KeyCode.M);
            go(shown, Bank.ACCOUNT, 20);
            shown.type(KeyCode.M);
            shown.robot.write("]");
            shown.settle();
            assertThat(on(() -> shown.focus.look().index())).isEqualTo(100);
            shown.robot.write("[");
            shown.settle();
            assertThat(on(() -> shown.focus.look().index())).isEqualTo(20);
        }
    }

    @Test
    void what_was_written_is_there_again_after_escape() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.M);
            write(shown, "#mark-text", "half a thought");
            shown.type(KeyCode.ESCAPE);
            assertThat(all(shown)).isEmpty();
            shown.press(KeyCode.CONTROL, KeyCode.M);
            TextArea text = shown.find("#mark-text", TextArea.class);
            assertThat(on(() -> text.getText())).isEqualTo("half a thought");
        }
    }

    @Test
    void what_was_begun_waits_while_another_store_is_open() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.M);
            write(shown, "#mark-text", "half a thought");
            shown.type(KeyCode.ESCAPE);
            shown.does(() -> shown.focus.show(Bank.empty()));
            shown.does(() -> shown.focus.show(Bank.open()));
            go(shown, Bank.ACCOUNT, 100);
            shown.press(KeyCode.CONTROL, KeyCode.M);
            TextArea text = shown.find("#mark-text", TextArea.class);
            assertThat(on(() -> text.getText())).isEqualTo("half a thought");
        }
    }

    @Test
    void a_journal_that_cannot_be_written_keeps_the_editor_open_with_all_of_it() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.M);
            write(shown, "#mark-text", "precious");
            Files.deleteIfExists(shown.journals);
            Files.writeString(shown.journals, "a file where the folder should be");
            shown.fire("#mark-save");

            TextArea text = shown.find("#mark-text", TextArea.class);
            Label said = shown.find("#mark-said", Label.class);
            assertThat(on(() -> text.getText())).isEqualTo("precious");
            assertThat(on(() -> said.getText())).contains("nothing is lost").contains("cannot be written");
            shown.picture("marks-refused");
            assertThat(all(shown)).isEmpty();
        }
    }

    @Test
    void an_amount_that_is_none_is_turned_away_and_an_exact_one_keeps_its_digits() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            write(shown, "#finding-name", "Rounding");
            write(shown, "#finding-amount", "12,5");
            shown.fire("#mark-save");
            Label said = shown.find("#mark-said", Label.class);
            assertThat(on(() -> said.getText())).contains("no amount");
            write(shown, "#finding-amount", "0.1234567890123456789");
            write(shown, "#finding-currency", "EUR");
            shown.fire("#mark-save");

            Finding finding = (Finding) all(shown).getFirst().content();
            assertThat(finding.amount().orElseThrow().text()).isEqualTo("0.1234567890123456789 EUR");
        }
    }

    @Test
    void an_invalid_mark_says_so_in_words_beside_the_event_and_in_the_list() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.M);
            write(shown, "#mark-text", "agreed");
            shown.fire("#mark-save");
            tamper(shown);

            Label beside = shown.find(".event-marks .mark-standing-bad", Label.class);
            assertThat(on(() -> beside.getText())).isEqualTo("INVALID: changed");
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            Label sentence = shown.find("#mark-standing", Label.class);
            assertThat(on(() -> sentence.getText())).contains("No longer valid").contains("body");
        }
    }

    @Test
    void letters_typed_into_a_dialog_do_not_mark() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.M);
            Button discard = shown.find("#mark-discard", Button.class);
            shown.does(() -> discard.requestFocus());
            shown.type(KeyCode.M);
            assertThat(all(shown)).isEmpty();
        }
    }
}
