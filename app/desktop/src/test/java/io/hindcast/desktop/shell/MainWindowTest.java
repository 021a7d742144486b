package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import impl.org.controlsfx.skin.AutoCompletePopup;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Oddities;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.link.Side;
import java.time.ZoneId;
import io.hindcast.engine.timeline.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class MainWindowTest {
    private Shown shown = unset();

    @SuppressWarnings("NullAway") // set before each test
    private static Shown unset() {
        return null;
    }

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        shown = Shown.onBank(Theme.LIGHT, 990, 720);
    }

    @AfterEach
    void close() throws Exception {
        shown.close();
    }

    @Test
    void the_busiest_stream_is_shown_at_its_head() throws Exception {
        assertThat(position()).startsWith("event 180 of 180 · v182 · ");
        assertThat(shown.find("#events-table", TableView.class).getItems()).hasSize(181);
        assertThat(shown.find("#streams-list", ListView.class).getItems()).hasSize(52);
    }

    @Test
    void one_key_moves_every_pane() throws Exception {
        on(() -> {
            shown.focus.step(10);
            shown.window.scene().getRoot().requestFocus();
            return true;
        });
        shown.settle();

        shown.type(KeyCode.RIGHT);

        assertThat(position()).startsWith("event 12 of 180 · v12 · ");
        assertThat(shown.find("#transport-slider", Slider.class).getValue()).isEqualTo(11);
        assertThat(on(() -> shown.table("#events-table").getSelectionModel().getSelectedIndex()))
                .isEqualTo(11);
        assertThat(paneTitles()).contains("After v12");
        assertThat(labels(".detail")).anyMatch(text -> text.contains("account-CH93-0001 v12"));
    }

    @Test
    void a_click_with_shift_compares_a_row_with_the_focused_event() throws Exception {
        on(() -> {
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100));
            return true;
        });
        shown.settle();
        int before = on(() -> shown.table("#events-table").getSelectionModel().getSelectedIndex() - 1);
        Node row = on(() -> shown.window.scene().getRoot().lookupAll(".events .table-row-cell").stream()
                .filter(it -> it instanceof TableRow<?> line && line.getIndex() == before)
                .findFirst()
                .orElseThrow());

        on(() -> {
            Event.fireEvent(row, pressWithShift(row)); // the headless robot's mouse knows no Shift
            return true;
        });
        shown.settle();

        assertThat(shown.focus.look().index()).isEqualTo(100);
        assertThat(shown.focus.look().baseline()).hasValue(99);
        assertThat(on(() -> shown.window.workbench().view())).isEqualTo(Side.COMPARE);
    }

    @Test
    void versions_of_a_long_stream_are_not_cut_off() throws Exception {
        on(() -> {
            shown.focus.show(Oddities.large(120_000));
            return true;
        });
        shown.settle();

        assertThat(cells("#events-table")).anyMatch(text -> text.matches("v1\\d{5}"));
        assertThat(on(() -> shown.window.scene().getRoot().lookupAll(".events .table-cell.event-version").stream()
                        .map(Labeled.class::cast)
                        .filter(Labeled::isTextTruncated)
                        .map(Labeled::getText)
                        .toList()))
                .isEmpty();
    }

    private static MouseEvent pressWithShift(Node node) {
        var hit = new PickResult(node, 4, 4);
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED, 4, 4, 4, 4, MouseButton.PRIMARY, 1, true, false, false, false, true, false, false, true, false, true, hit);
    }

    @Test
    void letters_step_too_but_not_while_a_text_is_typed() throws Exception {
        on(() -> {
            shown.focus.step(10);
            shown.table("#events-table").requestFocus();
            return true;
        });
        shown.settle();
        shown.type(KeyCode.H);
        assertThat(shown.focus.look().index()).isEqualTo(9);

        var filter = shown.find("#events-filter", TextField.class);
        on(() -> {
            filter.requestFocus();
            return true;
        });
        shown.type(KeyCode.H, KeyCode.L);

        assertThat(filter.getText()).isEqualTo("hl");
        assertThat(shown.focus.look().index()).isEqualTo(9);
    }

    @Test
    void a_part_of_a_name_suggests_streams_and_choosing_one_goes_there() throws Exception {
        var box = shown.find("#header-goto", TextField.class);
        on(() -> {
            box.requestFocus();
            return true;
        });

        shown.robot.interact(() -> box.setText("loan-"));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !suggested().isEmpty());

        List<String> names = suggested();
        assertThat(names).hasSizeLessThanOrEqualTo(8).allMatch(name -> name.contains("loan-"));
        shown.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(shown.focus.look().subject().orElseThrow().stream()).isIn(names);
    }

    private static List<String> suggested() throws Exception {
        return on(() -> Window.getWindows().stream()
                .filter(AutoCompletePopup.class::isInstance)
                .flatMap(popup -> ((AutoCompletePopup<?>) popup).getSuggestions().stream())
                .map(String::valueOf)
                .toList());
    }

    @Test
    void g_twice_goes_to_the_first_event_and_n_to_the_next_hit() throws Exception {
        on(() -> {
            shown.focus.filterProperty().set("FeeCharged");
            shown.table("#events-table").requestFocus();
            return true;
        });
        shown.settle();

        shown.type(KeyCode.G);
        assertThat(shown.focus.look().index()).isEqualTo(179);
        shown.type(KeyCode.G);
        assertThat(shown.focus.look().index()).isZero();
        shown.type(KeyCode.N);
        assertThat(shown.focus.look().index()).isEqualTo(9);
        shown.type(KeyCode.DIGIT9);
        assertThat(shown.focus.look().index()).isGreaterThan(9);
        shown.press(KeyCode.CONTROL, KeyCode.OPEN_BRACKET);
        assertThat(shown.focus.look().index()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void t_tells_times_since_the_first_event_and_by_the_clock_again() throws Exception {
        on(() -> {
            shown.table("#events-table").requestFocus();
            return true;
        });
        shown.type(KeyCode.T);
        assertThat(timeHead()).isEqualTo("Since the first event");
        shown.type(KeyCode.T);
        assertThat(timeHead()).isEqualTo("Recorded (UTC)");
    }

    @Test
    void a_guess_says_so_and_offers_to_propose_rules() throws Exception {
        assertThat(shown.find("#fold-words", Label.class).getText()).startsWith("A guess: ");
        assertThat(shown.find("#fold-propose", Button.class).isVisible()).isTrue();
    }

    private String timeHead() throws Exception {
        return on(() -> shown.table("#events-table").getColumns().get(3).getText());
    }

    @Test
    void the_filter_narrows_the_table_and_leaves_the_focus() throws Exception {
        var filter = shown.find("#events-filter", TextField.class);
        on(() -> {
            filter.setText("FeeCharged");
            return true;
        });
        shown.settle();

        assertThat(shown.find("#events-table", TableView.class).getItems()).hasSizeBetween(5, 20);
        assertThat(shown.focus.look().index()).isEqualTo(179);
    }

    @Test
    void another_zone_changes_every_time_on_screen() throws Exception {
        assertThat(position()).endsWith("UTC");

        on(() -> {
            shown.focus.zoneProperty().set(ZoneId.of("Asia/Tokyo"));
            return true;
        });
        shown.settle();

        assertThat(position()).endsWith("JST");
        assertThat(labels(".event-header")).anyMatch(text -> text.endsWith("JST"));
        assertThat(timeHead()).isEqualTo("Recorded (JST)");
        assertThat(labels(".timeline")).anyMatch(text -> text.contains("Asia/Tokyo"));
    }

    @Test
    void a_key_goes_through_the_axes_and_the_list_says_which() throws Exception {
        on(() -> {
            shown.window.scene().getRoot().requestFocus();
            return true;
        });
        var box = shown.find("#timeline-axis-choice", AxisBox.class);
        var model = shown.window.workbench().timeline().model();

        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS, Axis.INDEX, Axis.TIME)) {
            shown.type(KeyCode.Y);
            shown.settle();
            assertThat(on(box::getValue)).isEqualTo(axis);
            assertThat(on(model::axis)).isEqualTo(axis);
            assertThat(on(() -> shown.window.axisProperty().get())).isEqualTo(axis);
        }
    }

    @Test
    void the_list_of_axes_is_in_words() throws Exception {
        var box = shown.find("#timeline-axis-choice", AxisBox.class);

        assertThat(on(() -> box.getItems().stream().map(box.getConverter()::toString).toList()))
                .containsExactly("Time", "No gaps", "Business days", "Business hours", "Order");
        assertThat(on(box::getAccessibleText)).isNotBlank();
    }

    @Test
    void a_store_that_cannot_be_opened_says_why_and_what_to_do() throws Exception {
        shown.press(KeyCode.CONTROL, KeyCode.O);
        var location = shown.find("#open-location", TextField.class);
        on(() -> {
            location.setText("locked.db");
            return true;
        });
        shown.settle();
        assertThat(shown.find("#open-claim", Label.class).getText()).contains("Bank in memory may be able");

        var open = shown.find("#open-open", Button.class);
        on(() -> {
            open.fire();
            return true;
        });
        shown.settle();

        assertThat(shown.find("#open-refused", Label.class).getText())
                .contains("refused the user name or the password")
                .contains("Check user name and password.");
        shown.type(KeyCode.ESCAPE);
        assertThat(shown.focus.storeProperty().get()).isPresent();
    }

    @Test
    void going_to_a_version_a_date_and_a_stream_takes_one_box() throws Exception {
        goTo("v37");
        assertThat(position()).contains(" v37 ");
        goTo("loan-L002");
        assertThat(shown.focus.look().subject().orElseThrow().stream()).isEqualTo("loan-L002");
        goTo("#3");
        assertThat(shown.focus.look().isOnEvent()).isTrue();
        goTo("nowhere at all");
        assertThat(shown.focus.noticeProperty().get().orElseThrow().sentence()).contains("nowhere at all");
    }

    @Test
    void the_baseline_opens_the_comparison() throws Exception {
        on(() -> {
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(20));
            shown.table("#events-table").requestFocus();
            return true;
        });
        shown.settle();
        shown.type(KeyCode.B);
        shown.type(KeyCode.RIGHT);

        assertThat(shown.focus.look().baseline()).hasValue(20);
        assertThat(cells(".change-table")).contains("balance");
    }

    @Test
    void every_control_can_be_named_by_assistive_tools() throws Exception {
        List<Control> nameless = on(() -> {
            var found = new ArrayList<Control>();
            collect(shown.window.scene().getRoot(), found);
            return found;
        });

        assertThat(nameless).isEmpty();
    }

    private static void collect(Node node, List<Control> found) {
        boolean speaks = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof TableView<?>
                || node instanceof TreeTableView<?>
                || node instanceof ListView<?>
                || node instanceof Slider;
        if (speaks && node instanceof Control control && node.isVisible()) {
            boolean labelled = control instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            if (!labelled && (control.getAccessibleText() == null || control.getAccessibleText().isBlank())) {
                found.add(control);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private void goTo(String where) throws Exception {
        var box = shown.find("#header-goto", TextField.class);
        on(() -> {
            box.setText(where);
            box.getOnAction().handle(new javafx.event.ActionEvent());
            return true;
        });
        shown.settle();
    }

    private String position() throws Exception {
        return shown.find("#transport-position", Label.class).getText();
    }

    private List<String> paneTitles() throws Exception {
        return labels(".hc-pane-header");
    }

    private List<String> labels(String query) throws Exception {
        return on(() -> shown.window.scene().getRoot().lookupAll(query).stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList());
    }

    private List<String> cells(String query) throws Exception {
        return on(() -> shown.window.scene().lookup(query).lookupAll(".table-cell").stream()
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList());
    }
}
