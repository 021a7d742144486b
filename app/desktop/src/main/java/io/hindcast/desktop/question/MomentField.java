package io.hindcast.desktop.question;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.event.Event;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// A moment as people write it; what is none is marked.
public final class MomentField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final Focus focus;

    /// @param name for assistive tools
    public MomentField(Focus focus, String name, String first) {
        super(first);
        this.focus = focus;
        var texts = Texts.of(MomentField.class);
        setPrefColumnCount(14);
        setMinWidth(90);
        getStyleClass().add("moment-field");
        setPromptText(texts.text("moment.prompt"));
        setAccessibleText(name);
        setTooltip(new Tooltip(texts.text("moment.tip")));
        textProperty().subscribe((_, _) -> pseudoClassStateChanged(WRONG, false));
    }

    /// The moment that is written; nothing, and the field is marked, when it is none.
    public Optional<Moment> moment() {
        Optional<Moment> moment = MomentText.parse(getText(), focus.zoneProperty().get());
        pseudoClassStateChanged(WRONG, moment.isEmpty());
        return moment;
    }

    /// The date that is written; nothing, and the field is marked, when it is none.
    public Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(getText().strip()));
        } catch (DateTimeException _) {
            pseudoClassStateChanged(WRONG, true);
            return Optional.empty();
        }
    }

    /// An event as a moment of the whole store: by its position, else by its recorded time.
    public static String textOf(Event event) {
        return event.position()
                .map(position -> "#" + position)
                .or(() -> event.recordedAt().map(Object::toString))
                .orElse("head");
    }

    /// The focused event as a moment, `head` when none is focused.
    public static String textOfFocus(Focus focus) {
        return focus.look()
                .history()
                .filter(_ -> focus.look().isOnEvent())
                .map(history -> textOf(history.event(focus.look().index())))
                .orElse("head");
    }
}
