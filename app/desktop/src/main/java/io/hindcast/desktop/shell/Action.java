package io.hindcast.desktop.shell;

import java.util.List;
import javafx.scene.input.KeyCombination;

/// Something the person can do, and the keys that do it.
///
/// @param id key of its name in the texts, without the leading `action.`
/// @param isPlain whether a key without Ctrl or Alt does it: such keys belong to text fields while one is typed in
record Action(String id, List<KeyCombination> keys, boolean isPlain, Runnable what) {
    Action {
        keys = List.copyOf(keys);
    }

    /// The first key as it is shown, "" for none.
    String shownKey() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }
}
