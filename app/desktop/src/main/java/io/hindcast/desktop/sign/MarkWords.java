package io.hindcast.desktop.sign;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Standing.CannotTell;
import io.hindcast.audit.mark.Standing.Changed;
import io.hindcast.audit.mark.Standing.Holds;
import io.hindcast.audit.mark.Standing.Missing;
import io.hindcast.audit.mark.Standing;
import io.hindcast.audit.mark.Tick;
import io.hindcast.desktop.focus.Marked;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/// Marks in words and icons.
public final class MarkWords {
    private final Texts texts = Texts.of(MarkWords.class);
    private final Supplier<Masks> masks;

    /// @param masks what hides names and texts now
    public MarkWords(Supplier<Masks> masks) {
        this.masks = masks;
    }

    public String kind(MarkKind kind) {
        return texts.text("kind." + kind.word());
    }

    public static Feather icon(MarkKind kind) {
        return switch (kind) {
            case BOOKMARK -> Feather.BOOKMARK;
            case NOTE -> Feather.MESSAGE_SQUARE;
            case TICK -> Feather.CHECK_SQUARE;
            case FINDING -> Feather.FLAG;
        };
    }

    public static Feather icon(Optional<Standing> standing) {
        return standing.map(it -> switch (it) {
                    case Holds() -> Feather.CHECK_CIRCLE;
                    case Changed _ -> Feather.ALERT_OCTAGON;
                    case Missing() -> Feather.X_OCTAGON;
                    case CannotTell _ -> Feather.HELP_CIRCLE;
                })
                .orElse(Feather.MINUS);
    }

    /// `good`, `bad` or `idle`, for style classes.
    public static String tone(Optional<Standing> standing) {
        return standing.map(it -> switch (it) {
                    case Holds() -> "good";
                    case Changed _, Missing() -> "bad";
                    case CannotTell _ -> "idle";
                })
                .orElse("idle");
    }

    /// One word.
    public String standing(Optional<Standing> standing) {
        return texts.text(standing.map(it -> switch (it) {
                    case Holds() -> "standing.holds";
                    case Changed _ -> "standing.changed";
                    case Missing() -> "standing.missing";
                    case CannotTell _ -> "standing.cannotTell";
                })
                .orElse("standing.unchecked"));
    }

    /// A sentence, with what is not as it was.
    public String sentence(Optional<Standing> standing) {
        return standing.map(it -> switch (it) {
                    case Holds() -> texts.text("standing.holds.sentence");
                    case Changed changed -> texts.text("standing.changed.sentence", parts(changed));
                    case Missing() -> texts.text("standing.missing.sentence");
                    case CannotTell(var why, var said) -> texts.text("standing.why." + why.name(), said);
                })
                .orElseGet(() -> texts.text("standing.unchecked.sentence"));
    }

    private String parts(Changed changed) {
        return changed.parts().stream().map(this::part).collect(Collectors.joining(", "));
    }

    public String part(Standing.Part part) {
        return texts.text("part." + part.name());
    }

    /// Where it stands: `account-1 v3`.
    public String place(Binding binding) {
        return switch (binding) {
            case Binding.ToEvent event ->
                event.version().isPresent()
                        ? called(event.streamName()) + " v" + event.version().getAsLong()
                        : called(event.streamName()) + event.position().map(at -> " #" + at).orElse("");
            case Binding.ToStream stream -> texts.text("place.stream", called(stream.streamName()), stream.events());
            case Binding.ToStore _ -> texts.text("place.store");
        };
    }

    /// What it says in one line.
    public String brief(Mark mark, Legend legend) {
        return switch (mark.content()) {
            case MarkContent.Tick(String name, String text) -> {
                String meaning = legend.find(name).map(tick -> tick.symbol() + " " + meaning(tick)).orElse(name);
                yield text.isEmpty() ? meaning : meaning + ": " + oneLine(text);
            }
            case MarkContent.Bookmark(String text) -> text.isEmpty() ? kind(MarkKind.BOOKMARK) : oneLine(text);
            case MarkContent.Note(String text) -> oneLine(text);
            case MarkContent.Finding finding -> oneLine(finding.text());
        };
    }

    /// How a stream may be called.
    public String called(String stream) {
        return masks.get().stream(stream);
    }

    private String oneLine(String text) {
        return masks.get().text(text).strip().replaceAll("\\s*\\R\\s*", " / ");
    }

    /// What a tick mark says, in the language of the window.
    public String meaning(Tick tick) {
        return tick.meaning().isEmpty() ? texts.text("tick." + tick.name()) : tick.meaning();
    }

    public String severity(MarkContent.Severity severity) {
        return texts.text("severity." + severity.word());
    }

    public String status(MarkContent.Status status) {
        return texts.text("status." + status.word());
    }

    /// Each on a line of its own, those first that are no longer valid: for tooltips, and for assistive tools.
    public String lines(List<Mark> marks, Marked marked) {
        return marks.stream()
                .sorted((one, other) -> Boolean.compare(marked.isInvalid(other), marked.isInvalid(one)))
                .map(mark -> line(mark, marked))
                .collect(Collectors.joining("\n"));
    }

    private String line(Mark mark, Marked marked) {
        String said = texts.text("line", kind(mark.kind()), brief(mark, marked.now().legend()), mark.last().who());
        return marked.isInvalid(mark) ? texts.text("line.invalid", said, standing(marked.standing(mark))) : said;
    }
}
