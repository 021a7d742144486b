package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;

import io.hindcast.desktop.theme.Theme;
import java.util.Locale;
import java.util.TreeMap;

/// Draws every panel in every state into `target/pictures/states`, to be looked at, and says what is wrong with them:
/// theme, width, height, language.
final class DrawEveryState {
    private DrawEveryState() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.of(arguments[3]));
        String folder = "states/%s-%s-%s/".formatted(arguments[0], arguments[1], arguments[3]);
        var faults = new TreeMap<String, String>();
        new EveryState(
                        Theme.valueOf(arguments[0].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        (shown, state) -> {
                            shown.picture(folder + state);
                            on(() -> Faults.of(shown.window.scene())).forEach(fault -> faults.merge(fault, state, (a, b) -> a + ", " + b));
                        })
                .all();
        faults.forEach((fault, states) -> System.out.println(fault + "\n    " + states));
        System.exit(0);
    }
}
