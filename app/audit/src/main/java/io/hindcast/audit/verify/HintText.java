package io.hindcast.audit.verify;

import io.hindcast.engine.state.FieldPath;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/// Hints in words, in a language; English where there is none. Safe for many threads.
public final class HintText {
    private final ResourceBundle texts;

    private HintText(ResourceBundle texts) {
        this.texts = texts;
    }

    public static HintText in(Locale locale) {
        return new HintText(ResourceBundle.getBundle(
                HintText.class.getPackageName() + ".Messages",
                locale,
                HintText.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_DEFAULT)));
    }

    /// Identifies the kind of a hint; stable: `skipped`, `edited`.
    public static String kind(Hint hint) {
        return switch (hint) {
            case Hint.Stale _ -> "stale";
            case Hint.Ahead _ -> "ahead";
            case Hint.Skipped _ -> "skipped";
            case Hint.Twice _ -> "twice";
            case Hint.Reordered _ -> "reordered";
            case Hint.OlderFold _ -> "older-fold";
            case Hint.OtherFold _ -> "other-fold";
            case Hint.Precision _ -> "precision";
            case Hint.OldValue _ -> "old-value";
            case Hint.Edited _ -> "edited";
            case Hint.Unexplained() -> "unexplained";
            case Hint.NotTried() -> "not-tried";
        };
    }

    /// A sentence or two for a person.
    public String text(Hint hint) {
        return switch (hint) {
            case Hint.Stale(int events, EventName last) -> say("stale", events, last.text());
            case Hint.Ahead(int events, EventName last) -> say("ahead", events, last.text());
            case Hint.Skipped(EventName event, int others) -> say("skipped", event.text()) + others(others);
            case Hint.Twice(EventName event, int others) -> say("twice", event.text()) + others(others);
            case Hint.Reordered(EventName first, EventName second) ->
                say("reordered", first.text(), second.text());
            case Hint.OlderFold(String type, long events, EventName first) ->
                say("older-fold", type, events, first.text());
            case Hint.OtherFold(String name) -> say("other-fold", name);
            case Hint.Precision(FieldPath field, Hint.Precision.Loss loss) ->
                say(
                        switch (loss) {
                            case BINARY -> "precision.binary";
                            case SHORT_BINARY -> "precision.short-binary";
                            case BINARY_SUM -> "precision.binary-sum";
                            case ROUNDED -> "precision.rounded";
                        },
                        field);
            case Hint.OldValue(FieldPath field, EventName since) -> say("old-value", field, since.text());
            case Hint.Edited(List<FieldPath> fields) ->
                say("edited", fields.stream().map(FieldPath::toString).collect(Collectors.joining(", ")));
            case Hint.Unexplained() -> say("unexplained");
            case Hint.NotTried() -> say("not-tried");
        };
    }

    private String others(int others) {
        return others == 0 ? "" : " " + say("others", others);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(texts.getString("hint." + key), texts.getLocale()).format(values);
    }
}
