package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.link.LookLink;
import io.hindcast.engine.link.StoreLook;
import java.util.Optional;

/// Puts what is looked at on the clipboard: as a link, as a command, as a sentence for a working paper. What is left out,
/// and why there is nothing to copy, is said.
final class Copies {
    private final Focus focus;
    private final WindowLook window;
    private final CommandCopy commands;
    private final CitationCopy citations;
    private final Texts texts;

    Copies(Focus focus, Workbench workbench, Texts texts) {
        this.focus = focus;
        this.window = new WindowLook(focus, workbench);
        this.commands = new CommandCopy(focus, workbench::view, texts);
        this.citations = new CitationCopy(focus, window, texts);
        this.texts = texts;
    }

    void copyCommand() {
        commands.copy();
    }

    void copyCitation() {
        citations.copy();
    }

    void copyLink() {
        Optional<StoreLook> look = window.now();
        if (look.filter(it -> WindowLook.isMasked(it, focus.masks())).isPresent()) {
            focus.tell(Notice.warning(texts.text("link.masked")));
            return;
        }
        look.flatMap(LookLink::of).ifPresentOrElse(this::copied, () -> focus.tell(Notice.warning(texts.text("link.none"))));
    }

    private void copied(String link) {
        Clip.put(link);
        if (!focus.hypothesisProperty().get().isEmpty()) {
            focus.tell(Notice.warning(texts.text("link.recorded", link)));
        } else if (window.hasNamelessFold()) {
            focus.tell(Notice.warning(texts.text("link.noFold", link)));
        } else {
            focus.tell(Notice.information(texts.text("link.copied", link)));
        }
    }
}
