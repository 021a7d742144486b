package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who hears the next key, after each thing that somebody does without a mouse.
class WhereTheKeysAreTest {
    private Shown shown = unset();

    @SuppressWarnings("NullAway") // set before each test
    private static Shown unset() {
        return null;
    }

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        shown = Shown.onFoldedBank(Theme.LIGHT, 1440, 900);
        shown.does(shown.window.workbench()::takeKeys);
    }

    @AfterEach
    void close() throws Exception {
        shown.close();
    }

    @Test
    void after_going_somewhere_the_arrows_step_from_there() throws Exception {
        shown.press(KeyCode.CONTROL, KeyCode.G);
        shown.robot.write("v12");
        shown.type(KeyCode.ENTER);
        assertThat(version()).isEqualTo(12);

        shown.type(KeyCode.RIGHT);

        assertThat(version()).isEqualTo(13);
    }

    @Test
    void a_place_that_is_not_known_leaves_the_caret_to_write_another() throws Exception {
        shown.press(KeyCode.CONTROL, KeyCode.G);
        shown.robot.write("nowhere at all");

        shown.type(KeyCode.ENTER);

        assertThat(owner()).isEqualTo("header-goto");
    }

    @Test
    void from_the_filter_enter_leads_into_the_rows_that_are_left() throws Exception {
        shown.press(KeyCode.CONTROL, KeyCode.F);
        shown.robot.write("fee");

        shown.type(KeyCode.ENTER);

        assertThat(owner()).isEqualTo("events-table");
    }

    @Test
    void when_a_dialog_goes_the_keys_are_where_they_were() throws Exception {
        shown.does(() -> shown.find("#streams-list", Node.class).requestFocus());
        for (String dialog : List.of("keys", "palette", "open", "workspace", "report", "masks", "note", "finding", "legend", "person", "replace")) {
            shown.does(() -> show(dialog));
            assertThat(isInOverlay()).as("%s has the keys", dialog).isTrue();

            shown.type(KeyCode.ESCAPE);

            assertThat(on(() -> shown.window.scene().lookup("#overlay").getOpacity())).as(dialog).isZero();
            assertThat(owner()).as("after %s", dialog).isEqualTo("streams-list");
        }
    }

    @Test
    void tab_goes_round_in_a_dialog() throws Exception {
        for (String dialog : List.of("keys", "open", "workspace", "report", "masks", "finding", "legend", "replace")) {
            shown.does(() -> show(dialog));
            var stops = new ArrayList<Node>();
            while (!stops.contains(focused())) {
                stops.add(focused());
                shown.robot.type(KeyCode.TAB);
                assertThat(isInOverlay()).as("%s, %d stops on: %s", dialog, stops.size(), owner()).isTrue();
            }
            shown.robot.push(KeyCode.SHIFT, KeyCode.TAB);
            assertThat(isInOverlay()).as("%s, a stop back: %s", dialog, owner()).isTrue();
            shown.does(shown.window::escape);
        }
    }

    @Test
    void a_dialog_begins_where_something_is_to_be_written_or_chosen() throws Exception {
        for (String dialog : List.of("keys", "palette", "open", "workspace", "report", "note", "finding", "person")) {
            shown.does(() -> show(dialog));

            assertThat(on(() -> Objects.requireNonNull(shown.window.scene().getFocusOwner()).isFocusTraversable()))
                    .as("%s begins at %s", dialog, owner())
                    .isTrue();
            shown.does(shown.window::escape);
        }
    }

    @Test
    void what_lies_below_a_dialog_does_not_hear_keys() throws Exception {
        shown.does(shown.window::openDialog);
        int before = shown.focus.look().index();

        shown.press(KeyCode.CONTROL, KeyCode.CLOSE_BRACKET);
        shown.press(KeyCode.CONTROL, KeyCode.F);
        shown.press(KeyCode.CONTROL, KeyCode.DIGIT9);

        assertThat(shown.focus.look().index()).isEqualTo(before);
        assertThat(isInOverlay()).isTrue();
    }

    @Test
    void the_list_of_keys_lies_over_a_dialog_and_brings_it_back() throws Exception {
        shown.does(shown.window::openDialog);
        TextField location = shown.find("#open-location", TextField.class);
        shown.does(() -> {
            location.requestFocus();
            location.setText("half/a/pa");
        });

        shown.type(KeyCode.F1);
        assertThat(on(() -> shown.window.scene().lookup(".key-list"))).isNotNull();
        shown.type(KeyCode.ESCAPE);

        assertThat(shown.find("#open-location", TextField.class).getText()).isEqualTo("half/a/pa");
        assertThat(owner()).isEqualTo("open-location");
        shown.type(KeyCode.ESCAPE);
        assertThat(owner()).isEqualTo("events-table");
    }

    @Test
    void a_key_that_was_looked_up_does_at_once_what_it_says() throws Exception {
        shown.type(KeyCode.F1);

        shown.press(KeyCode.CONTROL, KeyCode.G);

        assertThat(on(() -> shown.window.scene().lookup(".key-list"))).isNull();
        assertThat(owner()).isEqualTo("header-goto");
    }

    @Test
    void the_list_of_keys_scrolls_by_keys() throws Exception {
        shown.close();
        shown = Shown.onBank(Theme.LIGHT, 1000, 700);
        shown.type(KeyCode.F1);

        shown.type(KeyCode.PAGE_DOWN);

        assertThat(shown.find(".key-room", ScrollPane.class).getVvalue()).isPositive();
    }

    @Test
    void letters_of_the_timeline_do_nothing_else() throws Exception {
        shown.does(() -> {
            shown.focus.fieldProperty().set(Optional.of(FieldPath.parse("/balance")));
            shown.find(".timeline", Node.class).requestFocus();
        });
        double before = on(() -> shown.window.workbench().timeline().model().viewport().span());

        shown.type(KeyCode.W);

        assertThat(on(() -> shown.window.workbench().timeline().model().viewport().span())).isLessThan(before);
        assertThat(on(() -> shown.window.scene().lookup("#state-watch")))
                .as("W watches the field only outside of the timeline")
                .satisfiesAnyOf(it -> assertThat(it).isNull(), it -> assertThat(it.isManaged()).isFalse());
    }

    @Test
    void in_a_table_of_answers_home_and_end_move_in_the_table() throws Exception {
        shown.does(() -> shown.window.workbench().wholeStore().findStates());
        TextField asked = shown.find("#find-asked", TextField.class);
        shown.does(() -> {
            asked.setText("balance < 0");
            asked.fireEvent(new ActionEvent());
        });
        TableView<?> hits = shown.find(".find .table-view", TableView.class);
        shown.does(hits::requestFocus);

        shown.type(KeyCode.END);

        assertThat(hits.getItems().size()).isGreaterThan(1);
        assertThat(on(() -> hits.getSelectionModel().getSelectedIndex())).isEqualTo(hits.getItems().size() - 1);
    }

    @Test
    void pressed_once_more_the_key_of_a_pane_leads_into_it() throws Exception {
        shown.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(owner()).isEqualTo("state-tree");

        shown.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(owner()).isEqualTo("events-table");
        shown.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        assertThat(owner()).as("shown first").isEqualTo("events-table");
    }

    @Test
    void back_from_another_tab_the_arrows_step_at_once() throws Exception {
        shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(50)));
        shown.press(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(owner()).isEqualTo("find-asked");

        shown.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        shown.type(KeyCode.LEFT);

        assertThat(shown.focus.look().index()).isEqualTo(49);
    }

    @Test
    void escape_gives_the_keys_back_from_a_field_of_any_tab() throws Exception {
        shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(50)));
        shown.press(KeyCode.CONTROL, KeyCode.DIGIT9);

        shown.type(KeyCode.ESCAPE);
        shown.type(KeyCode.LEFT);

        assertThat(shown.focus.look().index()).isEqualTo(49);
    }

    @Test
    void pinning_a_baseline_leaves_the_keys_where_they_are() throws Exception {
        shown.does(() -> shown.focus.compareFrom(OptionalInt.of(3)));
        shown.does(() -> shown.window.workbench().showCompare(false));

        shown.type(KeyCode.B);
        shown.type(KeyCode.B);

        assertThat(owner()).isEqualTo("events-table");
    }

    private void show(String dialog) {
        MainWindow window = shown.window;
        switch (dialog) {
            case "keys" -> window.keys();
            case "palette" -> window.palette();
            case "open" -> window.openDialog();
            case "workspace" -> window.workspaceDialog();
            case "report" -> window.report();
            case "masks" -> window.masks();
            case "note" -> window.marks().note();
            case "finding" -> window.marks().finding();
            case "legend" -> window.marks().legend();
            case "person" -> window.marks().person();
            case "replace" -> window.replaceBody();
            default -> throw new IllegalArgumentException(dialog);
        }
    }

    private long version() {
        return shown.focus.look().history().orElseThrow().event(shown.focus.look().index()).version().orElseThrow();
    }

    private Node focused() throws Exception {
        return on(() -> shown.window.scene().getFocusOwner());
    }

    private String owner() throws Exception {
        return on(() -> {
            Node owner = shown.window.scene().getFocusOwner();
            return owner == null ? "nobody" : Optional.ofNullable(owner.getId()).orElse(String.join(".", owner.getStyleClass()));
        });
    }

    private boolean isInOverlay() throws Exception {
        return on(() -> {
            Node owner = shown.window.scene().getFocusOwner();
            for (Parent each = owner == null ? null : owner.getParent(); each != null; each = each.getParent()) {
                if ("overlay".equals(each.getId())) {
                    return true;
                }
            }
            return false;
        });
    }
}
