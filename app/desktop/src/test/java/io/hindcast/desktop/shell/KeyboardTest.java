package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The window without a mouse.
class KeyboardTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    @BeforeEach
    @AfterEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void no_key_does_two_things() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            var keys = new ArrayList<String>();
            for (Action action : shown.window.actions()) {
                action.keys().forEach(key -> keys.add(key.getName()));
                action.characters().codePoints().forEach(c -> keys.add(Character.toString(c)));
            }

            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_action_is_found_in_the_palette_by_words_of_its_name_in_any_order() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            on(() -> {
                shown.window.palette();
                return true;
            });
            shown.settle();
            ListView<?> list = shown.find(".palette .list-view", ListView.class);
            TextField wanted = shown.find(".palette .text-field", TextField.class);
            assertThat(on(() -> list.getItems().size())).isEqualTo(shown.window.actions().size());
            on(() -> {
                wanted.setText("lane type");
                return true;
            });
            assertThat(on(() -> List.copyOf(list.getItems()))).hasSize(1);
            on(() -> {
                wanted.setText("type lane");
                return true;
            });
            assertThat(on(() -> List.copyOf(list.getItems()))).hasSize(1);
            assertThat(Texts.of(MainWindow.class).text("action.lanesType")).contains("type", "lane");
        }
    }

    @Test
    void tab_leads_through_every_pane_and_back_to_where_it_began() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            on(() -> {
                shown.window.workbench().events().takeKeys();
                return true;
            });
            Node first = owner(shown);
            Set<Node> visited = new LinkedHashSet<>(List.of(first));
            for (int i = 0; i < 120; i++) {
                shown.robot.type(KeyCode.TAB);
                if (!visited.add(owner(shown))) {
                    break;
                }
            }

            assertThat(owner(shown)).as("after %d stops", visited.size()).isSameAs(first);
            List<String> ids = visited.stream().map(KeyboardTest::name).toList();
            assertThat(ids)
                    .contains("header-store", "header-goto", "streams-narrow", "streams-list", "timeline", "events-filter", "events-table")
                    .contains("state-search", "state-tree", "detail-body", "transport-slider", "status-proof", "live-pill", "status-zone");
        }
    }

    private static Node owner(Shown shown) throws Exception {
        return on(() -> Objects.requireNonNull(shown.window.scene().getFocusOwner()));
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getId()).orElse(String.join(".", node.getStyleClass()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void whatever_has_the_keys_looks_so(Theme theme) throws Exception {
        try (Shown shown = Shown.onBank(theme, 1440, 900)) {
            List<String> unmarked = on(() -> {
                var same = new ArrayList<String>();
                collect(shown.window.scene().getRoot(), same);
                return same;
            });

            assertThat(unmarked).isEmpty();
        }
    }

    private static void collect(Node node, List<String> same) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean asks = node instanceof ButtonBase || node instanceof TextField || node instanceof ComboBoxBase<?> || node instanceof Slider;
        if (asks && node.isFocusTraversable() && node.getLayoutBounds().getWidth() > 0 && !looksOther(node)) {
            same.add(name(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, same));
        }
    }

    private static boolean looksOther(Node node) {
        Image before = node.snapshot(new SnapshotParameters(), null);
        for (PseudoClass each : List.of(FOCUSED, FOCUS_VISIBLE)) {
            node.pseudoClassStateChanged(each, true);
        }
        node.applyCss();
        Image after = node.snapshot(new SnapshotParameters(), null);
        for (PseudoClass each : List.of(FOCUSED, FOCUS_VISIBLE)) {
            node.pseudoClassStateChanged(each, false);
        }
        node.applyCss();
        return differ(before, after);
    }

    private static boolean differ(Image one, Image other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return true;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }
}
