package io.hindcast.cli;

import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Severity;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Money;
import io.hindcast.audit.mark.Tick;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a mark shall say.
final class MarkContentOptions {
    @Option(names = "--text", paramLabel = "TEXT", description = "What it says; the name of a finding.")
    @Nullable String text;

    @Option(names = "--tick", paramLabel = "NAME", description = "A tick mark of the legend, by its name or symbol.")
    @Nullable String tick;

    @Option(names = "--condition", paramLabel = "TEXT", description = "Finding: what is.")
    @Nullable String condition;

    @Option(names = "--criteria", paramLabel = "TEXT", description = "Finding: what should be.")
    @Nullable String criteria;

    @Option(names = "--cause", paramLabel = "TEXT", description = "Finding: why it is not.")
    @Nullable String cause;

    @Option(names = "--effect", paramLabel = "TEXT", description = "Finding: what follows from that.")
    @Nullable String effect;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "Finding: an exact amount: 1200.50, or \"1200.50 EUR\".")
    @Nullable String amount;

    @Option(names = "--response", paramLabel = "TEXT", description = "Finding: what those concerned say.")
    @Nullable String response;

    @Option(names = "--severity", paramLabel = "WORD", description = "Finding: low, medium or high.")
    @Nullable String severity;

    @Option(names = "--status", paramLabel = "WORD", description = "Finding: open, answered or cleared.")
    @Nullable String status;

    /// A new mark.
    MarkContent content(MarkKind kind, Legend legend) {
        refuseOthers(kind);
        return switch (kind) {
            case BOOKMARK -> new MarkContent.Bookmark(said(text, ""));
            case NOTE -> new MarkContent.Note(required(text, "A note needs --text."));
            case TICK -> new MarkContent.Tick(tick(required(tick, "A tick mark needs --tick."), legend), said(text, ""));
            case FINDING -> with(Finding.named(required(text, "A finding needs --text, its name.")));
        };
    }

    /// What a mark says from now on: as before where nothing else is said.
    MarkContent content(MarkContent before, Legend legend) {
        refuseOthers(before.kind());
        return switch (before) {
            case MarkContent.Bookmark(String old) -> new MarkContent.Bookmark(said(text, old));
            case MarkContent.Note(String old) -> new MarkContent.Note(said(text, old));
            case MarkContent.Tick(String name, String old) ->
                new MarkContent.Tick(tick == null ? name : tick(tick, legend), said(text, old));
            case Finding finding -> with(finding);
        };
    }

    private Finding with(Finding before) {
        return new Finding(
                said(text, before.text()),
                said(condition, before.condition()),
                said(criteria, before.criteria()),
                said(cause, before.cause()),
                said(effect, before.effect()),
                amount == null ? before.amount() : money(amount),
                said(response, before.response()),
                severity == null ? before.severity() : word(Severity.values(), severity, "severity"),
                status == null ? before.status() : word(Status.values(), status, "status"));
    }

    private void refuseOthers(MarkKind kind) {
        if (kind != MarkKind.TICK && tick != null) {
            throw new UsageException("--tick belongs to a tick mark: --kind tick.");
        }
        boolean finding = Stream.of(condition, criteria, cause, effect, amount, response, severity, status).anyMatch(one -> one != null);
        if (kind != MarkKind.FINDING && finding) {
            throw new UsageException("A %s has no attributes of a finding: --kind finding.".formatted(kind.word()));
        }
    }

    private static String tick(String nameOrSymbol, Legend legend) {
        return legend.find(nameOrSymbol)
                .map(Tick::name)
                .orElseThrow(() -> new UsageException("The legend has no tick mark %s; it has %s."
                        .formatted(nameOrSymbol, legend.ticks().stream().map(Tick::name).collect(Collectors.joining(", ")))));
    }

    /// "" takes an amount away.
    private static Optional<Money> money(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Money.parse(text)
                .orElseThrow(() -> new UsageException("%s is no amount; write one like 1200.50 or \"1200.50 EUR\".".formatted(text))));
    }

    private static <E extends Enum<E>> E word(E[] words, String said, String what) {
        return Arrays.stream(words)
                .filter(one -> one.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> new UsageException("%s is no %s; write %s."
                        .formatted(said, what, List.of(words).toString().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""))));
    }

    private static String said(@Nullable String now, String before) {
        return now == null ? before : now;
    }

    private static String required(@Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            throw new UsageException(otherwise);
        }
        return text;
    }
}
