package io.hindcast.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.theme.Theme;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class ClosedWindowTest {
    private static final int ROUNDS = 50;

    @Test
    void a_window_that_was_closed_is_let_go_with_all_it_held() throws Exception {
        WeakReference<MainWindow> window = closed();
        for (int i = 0; i < ROUNDS && window.get() != null; i++) {
            System.gc();
            Shown.on(() -> true);
        }

        assertThat(window.get()).isNull();
    }

    private static WeakReference<MainWindow> closed() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            return new WeakReference<>(shown.window);
        }
    }
}
