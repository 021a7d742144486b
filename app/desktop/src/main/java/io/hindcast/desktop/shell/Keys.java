package io.hindcast.desktop.shell;

import atlantafx.base.controls.ModalPane;
import io.hindcast.desktop.timeline.TimelineView;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Listens to the keys of the whole window. While a text field has the caret only keys with Ctrl, Alt or F1 are ours;
/// lists and trees keep the keys that they need themselves.
final class Keys {
    private static final Set<KeyCode> IN_LISTS =
            Set.of(KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
    private static final Set<KeyCode> IN_TREES = Set.of(
            KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
    private static final Set<KeyCode> IN_LANES = Set.of(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
    /// The table of the stream: there these keys move in the stream, whatever the table is narrowed to.
    private static final String EVENTS = "events-table";
    /// With Ctrl, a text takes back and does again what was typed into it.
    private static final Set<KeyCode> OF_TEXTS = Set.of(KeyCode.Z, KeyCode.Y);
    private final List<Action> actions;
    private final Predicate<Action> may;
    private String before = "";
    private boolean wasTaken;

    /// @param may asked before an action; what it refuses is left to whatever has the keys
    Keys(List<Action> actions, Predicate<Action> may) {
        this.actions = List.copyOf(actions);
        this.may = may;
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            wasTaken = true;
            pressed(key, scene.getFocusOwner());
        });
        // what had the keys did nothing with this one, so its character may be ours
        scene.addEventHandler(KeyEvent.KEY_PRESSED, _ -> wasTaken = false);
        scene.addEventFilter(KeyEvent.KEY_TYPED, key -> typed(key, scene.getFocusOwner()));
    }

    private void pressed(KeyEvent key, @Nullable Node owner) {
        if (isKept(key, owner)) {
            return;
        }
        for (Action action : actions) {
            for (KeyCombination combination : action.keys()) {
                if (combination.match(key) && may.test(action)) {
                    key.consume();
                    action.what().run();
                    return;
                }
            }
        }
    }

    private static boolean isKept(KeyEvent key, @Nullable Node owner) {
        boolean ofText = key.isShortcutDown() && OF_TEXTS.contains(key.getCode());
        if (ofText && owner instanceof TextInputControl) {
            return true;
        }
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.getCode().isFunctionKey();
        if (!plain || key.getCode() == KeyCode.ESCAPE) {
            return false;
        }
        if (owner instanceof TextInputControl || owner instanceof ComboBoxBase<?> || isInDialog(owner)) {
            return true;
        }
        if (key.getCode() == KeyCode.SPACE && owner instanceof ButtonBase) {
            return true;
        }
        boolean isList = owner instanceof ListView<?> || (owner instanceof TableView<?> && !EVENTS.equals(owner.getId()));
        return (isList && IN_LISTS.contains(key.getCode()))
                || (owner instanceof TimelineView && IN_LANES.contains(key.getCode()))
                || (owner instanceof TreeTableView<?> && !key.isShiftDown() && IN_TREES.contains(key.getCode()));
    }

    private static boolean isInDialog(@Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node instanceof ModalPane) {
                return true;
            }
        }
        return false;
    }

    private void typed(KeyEvent key, @Nullable Node owner) {
        String character = key.getCharacter();
        boolean plain = !key.isShortcutDown() && !key.isAltDown();
        boolean altGr = key.isControlDown() && key.isAltDown(); // how many keyboards write brackets
        boolean ours = !wasTaken
                && !(owner instanceof TextInputControl)
                && !(owner instanceof ComboBoxBase<?>)
                && !isInDialog(owner)
                && (plain || altGr)
                && character.length() == 1
                && !character.isBlank();
        if (!ours) {
            before = "";
            return;
        }
        String both = before + character;
        before = character;
        for (Action action : actions) {
            boolean second = both.length() == 2 && action.sequence().equals(both);
            if ((second || action.characters().contains(character)) && may.test(action)) {
                before = "";
                key.consume();
                action.what().run();
                return;
            }
        }
    }
}
