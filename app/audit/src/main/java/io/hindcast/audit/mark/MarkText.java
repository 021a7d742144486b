package io.hindcast.audit.mark;

import io.hindcast.audit.mark.MarkContent.Bookmark;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Note;
import io.hindcast.audit.mark.MarkContent.Severity;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What a mark says as JSON, and back. Texts that say nothing are left out; an amount is a text, so that every digit stays.
public final class MarkText {
    private MarkText() {}

    public static Fields of(MarkContent content) {
        Fields.Builder fields = Fields.builder(11).put("kind", new Text(content.kind().word()));
        BiConsumer<String, String> put = (name, text) -> {
            if (!text.isEmpty()) {
                fields.put(name, new Text(text));
            }
        };
        if (content instanceof MarkContent.Tick(String tick, String _)) {
            put.accept("tick", tick);
        }
        put.accept("text", content.text());
        if (content instanceof Finding finding) {
            put.accept("condition", finding.condition());
            put.accept("criteria", finding.criteria());
            put.accept("cause", finding.cause());
            put.accept("effect", finding.effect());
            finding.amount().ifPresent(amount -> {
                put.accept("amount", amount.amount().toPlainString());
                put.accept("currency", amount.currency());
            });
            put.accept("response", finding.response());
            put.accept("severity", finding.severity().word());
            put.accept("status", finding.status().word());
        }
        return fields.build();
    }

    /// @throws IllegalArgumentException when this is no content of a mark
    public static MarkContent read(Fields fields) {
        String word = text(fields, "kind");
        MarkKind kind = MarkKind.named(word).orElseThrow(() -> new IllegalArgumentException("no kind of mark: " + word));
        String text = text(fields, "text");
        return switch (kind) {
            case BOOKMARK -> new Bookmark(text);
            case NOTE -> new Note(text);
            case TICK -> new MarkContent.Tick(text(fields, "tick"), text);
            case FINDING ->
                new Finding(
                        text,
                        text(fields, "condition"),
                        text(fields, "criteria"),
                        text(fields, "cause"),
                        text(fields, "effect"),
                        money(fields),
                        text(fields, "response"),
                        Severity.valueOf(text(fields, "severity").toUpperCase(Locale.ROOT)),
                        Status.valueOf(text(fields, "status").toUpperCase(Locale.ROOT)));
        };
    }

    private static Optional<Money> money(Fields fields) {
        String amount = text(fields, "amount");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Money.parse((amount + " " + text(fields, "currency")).strip())
                .orElseThrow(() -> new IllegalArgumentException("no amount")));
    }

    static String text(Fields fields, String name) {
        return fields.field(name) instanceof Text(String text) ? text : "";
    }
}
