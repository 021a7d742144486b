package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.link.Side;
import io.hindcast.engine.session.OpenStore;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts the command that prints what is looked at on the clipboard, and says so, or why there is none.
final class CommandCopy {
    private final Focus focus;
    private final Supplier<Side> view;
    private final Texts texts;

    CommandCopy(Focus focus, Supplier<Side> view, Texts texts) {
        this.focus = focus;
        this.view = view;
        this.texts = texts;
    }

    void copy() {
        if (isMasked()) {
            focus.tell(Notice.warning(texts.text("command.masked")));
            return;
        }
        command().ifPresentOrElse(this::copied, () -> focus.tell(Notice.warning(texts.text("command.none"))));
    }

    Optional<String> command() {
        return CommandLine.of(
                view.get(),
                focus.storeProperty().get().map(OpenStore::location).orElse(""),
                focus.look(),
                focus.fieldProperty().get(),
                focus.effectiveProperty().get(),
                focus.recordedFold());
    }

    private void copied(String command) {
        Clip.put(command);
        boolean supposed = !focus.hypothesisProperty().get().isEmpty();
        focus.tell(
                supposed
                        ? Notice.warning(texts.text("command.recorded", command))
                        : Notice.information(texts.text("command.copied", command)));
    }

    /// A name that is hidden would stand in the command.
    private boolean isMasked() {
        return focus.look()
                .subject()
                .map(Subject::stream)
                .filter(stream -> !focus.masks().stream(stream).equals(stream))
                .isPresent();
    }
}
