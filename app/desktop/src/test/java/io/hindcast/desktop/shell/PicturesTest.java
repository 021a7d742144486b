package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Popover;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.picture.PictureFile;
import io.hindcast.desktop.theme.Theme;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws every view in both themes into `target/pictures`, to be looked at, and listens to what the style sheets say.
class PicturesTest {
    private final Logger styles = Logger.getLogger("javafx.css");
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord said) {
            warnings.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @AfterEach
    void stop_listening() {
        styles.removeHandler(listener);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_view_is_drawn_without_a_word_from_the_style_sheets(Theme theme) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        styles.addHandler(listener);
        String name = theme.name().toLowerCase(Locale.ROOT);
        try (Shown shown = Shown.empty(theme, 1400, 900)) {
            shown.settle().picture("welcome-" + name);
            on(() -> {
                shown.window.openDialog();
                return true;
            });
            var location = shown.find("#open-location", TextField.class);
            on(() -> {
                location.setText("locked.db");
                return true;
            });
            shown.settle();
            var open = shown.find("#open-open", Button.class);
            on(() -> {
                open.fire();
                return true;
            });
            shown.settle().picture("open-" + name);
            drawMapping(shown, name);
            drawWorkspace(shown, name);
        }
        try (Shown shown = Shown.onBank(theme, 1400, 900)) {
            drawAll(shown, name);
        }
        try (Shown shown = Shown.onBank(theme, 1000, 700)) {
            shown.picture("small-" + name);
        }

        assertThat(warnings).isEmpty();
        assertThat(Files.size(Shown.PICTURES.resolve("window-" + name + ".png"))).isGreaterThan(50_000);
    }

    private static void drawMapping(Shown shown, String name) throws Exception {
        var location = shown.find("#open-location", TextField.class);
        var open = shown.find("#open-open", Button.class);
        on(() -> {
            location.setText("unknown.db");
            return true;
        });
        shown.settle();
        on(() -> {
            open.fire();
            return true;
        });
        shown.settle().picture("open-unknown-" + name);
        var map = shown.find("#open-map", Button.class);
        on(() -> {
            map.fire();
            return true;
        });
        shown.settle().picture("mapping-" + name);
    }

    private static void drawWorkspace(Shown shown, String name) throws Exception {
        on(() -> {
            shown.window.workspaceDialog();
            return true;
        });
        shown.settle().picture("workspace-empty-" + name);
        var location = shown.find("#workspace-location", TextField.class);
        var add = shown.find("#workspace-add", Button.class);
        for (String store : List.of("empty.db", "/a/long/way/below/a/folder/of/the/year/2026/unknown.db", "gone.db")) {
            on(() -> {
                location.setText(store);
                add.fire();
                return true;
            });
        }
        shown.settle().picture("workspace-" + name);
        on(() -> {
            location.setText("gone.db");
            add.fire();
            return true;
        });
        shown.settle().picture("workspace-trouble-" + name);
    }

    private static Image popover() {
        Popover popover = Window.getWindows().stream()
                .filter(Popover.class::isInstance)
                .map(Popover.class::cast)
                .findFirst()
                .orElseThrow();
        Image image = popover.getScene().snapshot(null);
        popover.hide();
        return image;
    }

    private static void drawAll(Shown shown, String name) throws Exception {
        on(() -> {
            shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich"));
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100));
            return true;
        });
        shown.settle().picture("window-" + name);
        on(() -> {
            shown.focus.step(62);
            shown.window.workbench().timeline().model().fitFocus();
            return true;
        });
        shown.settle().picture("gap-" + name);
        on(() -> {
            shown.focus.step(100);
            shown.focus.compareFrom(java.util.OptionalInt.of(40));
            shown.window.workbench().showCompare(false);
            return true;
        });
        shown.settle().picture("compare-" + name);
        on(() -> {
            shown.window.workbench().showCompare(true);
            shown.focus.step(121);
            return true;
        });
        shown.settle().picture("snapshots-" + name);
        var proof = shown.find("#status-proof", Button.class);
        on(() -> {
            proof.fire();
            return true;
        });
        shown.settle();
        PictureFile.write(on(PicturesTest::popover), Shown.PICTURES.resolve("proof-" + name + ".png"));
        on(() -> {
            shown.window.palette();
            return true;
        });
        shown.settle().picture("palette-" + name);
        on(() -> {
            shown.window.keys();
            return true;
        });
        shown.settle().picture("keys-" + name);
    }
}
