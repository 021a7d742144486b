package io.hindcast.desktop.shell;

import java.util.List;
import javafx.scene.input.KeyCombination;

/// Something the person can do, and the keys that do it.
///
/// @param id key of its name in the texts, behind `action.`
/// @param characters each of them, typed while no text field has the caret, does it
/// @param keys each of these does it, too
/// @param isListed whether it stands in the list of keys; the palette has it anyway
/// @param isForDialogs whether it does the same while a dialog lies over the window
/// @param sequence two characters typed one after the other do it, too; "" for none
record Action(
        String id, String characters, List<KeyCombination> keys, String sequence, boolean isListed, boolean isForDialogs, Runnable what) {
    Action {
        keys = List.copyOf(keys);
    }

    static Action of(String id, String characters, Runnable what, String... keys) {
        var combinations = java.util.Arrays.stream(keys).map(KeyCombination::valueOf).toList();
        return new Action(id, characters, combinations, "", true, false, what);
    }

    Action orTyped(String both) {
        return new Action(id, characters, keys, both, isListed, isForDialogs, what);
    }

    /// One of a family of which another stands in the list of keys.
    Action unlisted() {
        return new Action(id, characters, keys, sequence, false, isForDialogs, what);
    }

    /// One that works over dialogs, too.
    Action forDialogs() {
        return new Action(id, characters, keys, sequence, isListed, true, what);
    }

    /// All its keys as they are shown: `→  l  .`.
    String shownKeys() {
        var shown = new StringBuilder();
        keys.forEach(key -> shown.append(shown.isEmpty() ? "" : "   ").append(name(key)));
        characters.codePoints().forEach(c -> shown.append(shown.isEmpty() ? "" : "   ").append(name(c)));
        if (!sequence.isEmpty()) {
            shown.append("   ").append(String.join(" ", sequence.toUpperCase(java.util.Locale.ROOT).split("")));
        }
        return shown.toString();
    }

    private static String name(int character) {
        return Character.isUpperCase(character)
                ? "Shift+" + Character.toString(character)
                : Character.toString(character).toUpperCase(java.util.Locale.ROOT);
    }

    private static String name(KeyCombination key) {
        return key.getName()
                .replace("'", "")
                .replace("Shift+Shortcut", "Ctrl+Shift")
                .replace("Shortcut", "Ctrl")
                .replace("Shift+Alt", "Alt+Shift")
                .replace("Open_Bracket", "[")
                .replace("Close_Bracket", "]")
                .replace("Equals", "=")
                .replace("Plus", "+")
                .replace("Minus", "-")
                .replace("Left", "←")
                .replace("Right", "→")
                .replace("Up", "↑")
                .replace("Down", "↓")
                .replace("Page_↑", "PgUp")
                .replace("Page_↓", "PgDn");
    }
}
