package io.hindcast.desktop.shell;

import io.hindcast.desktop.theme.Texts;
import java.util.List;

/// The names on the keys of the person's keyboard: `Strg+Umschalt+P`.
final class KeyNames {
    private static final List<String> NAMED = List.of("Ctrl", "Shift", "Home", "End", "PgUp", "PgDn", "Space", "Esc");

    private final Texts texts;

    KeyNames(Texts texts) {
        this.texts = texts;
    }

    /// All keys of an action.
    String of(Action action) {
        String shown = action.shownKeys();
        for (String name : NAMED) {
            shown = shown.replace(name, texts.text("key." + name));
        }
        return shown;
    }
}
