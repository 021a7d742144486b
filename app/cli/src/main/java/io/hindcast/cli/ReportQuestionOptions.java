package io.hindcast.cli;

import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.Template;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.whatif.Hypothesis;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a report is to answer.
final class ReportQuestionOptions {
    private static final Pattern VERSION = Pattern.compile("[vV]?(-?\\d{1,18})");

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "stream, states, rollforward, verify, integrity or findings.")
    @Nullable String template;

    @Option(names = "--category", paramLabel = "NAME", description = "The family of streams; \"\" where streams have none.")
    @Nullable String category;

    @Option(names = "--stream", paramLabel = "NAME", defaultValue = "", description = "The stream.")
    String stream = "";

    @Option(
            names = {"--at", "--to"},
            paramLabel = "MOMENT",
            defaultValue = "head",
            description = "The moment, or the end of the period (head).")
    String at = "head";

    @Option(names = "--from", paramLabel = "MOMENT", defaultValue = "", description = "The beginning of the period: events behind it.")
    String from = "";

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            defaultValue = "",
            description = "Only what holds in the world up to the end of this date, as far as it was recorded by --at.")
    String effective = "";

    @Option(names = "--field", paramLabel = "PATH", defaultValue = "", description = "The numeric field of a roll-forward.")
    String field = "";

    @Option(
            names = "--currency",
            paramLabel = "PATH",
            defaultValue = "",
            description = "The field that names the currency; `none` adds up across currencies.")
    String currency = "";

    @Option(names = "--columns", paramLabel = "PATH", split = ",", description = "Only these fields of the states.")
    List<String> columns = new ArrayList<>();

    @Option(
            names = "--show",
            paramLabel = "v3,v7",
            split = ",",
            description = "Events of the stream whose states are shown before and after.")
    List<String> shown = new ArrayList<>();

    @Mixin
    HypothesisOptions supposing = new HypothesisOptions();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "Zone of dates and pages (UTC).")
    String zone = "UTC";

    ReportQuestion question() {
        String names = Arrays.stream(Template.values()).map(Template::id).collect(Collectors.joining(", "));
        if (template == null) {
            throw new UsageException("Say which report with --template: " + names + ".");
        }
        Template wanted = Template.named(template)
                .orElseThrow(() -> new UsageException("There is no template %s; there are: %s.".formatted(template, names)));
        if (wanted.needs() == Template.Needs.CATEGORY && category == null) {
            throw new UsageException("The template %s needs --category NAME.".formatted(wanted.id()));
        }
        try {
            return new ReportQuestion(
                    wanted,
                    category == null ? "" : category,
                    stream,
                    at,
                    from,
                    effective,
                    field,
                    currency,
                    columns,
                    versions(shown),
                    versions(supposing.muted),
                    zone());
        } catch (IllegalArgumentException misunderstood) {
            throw new UsageException(String.valueOf(misunderstood.getMessage()));
        }
    }

    /// What is supposed to be otherwise than it was recorded.
    Hypothesis supposed(OpenStore store) {
        if (!supposing.replaced.isEmpty() && !Template.STREAM.id().equals(template)) {
            throw new UsageException("The template %s takes no --replace.".formatted(template));
        }
        return supposing.of(store, stream);
    }

    private static List<Long> versions(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .map(text -> {
                    var written = VERSION.matcher(text);
                    if (!written.matches()) {
                        throw new UsageException(text + " is no version; write one like v12.");
                    }
                    return Long.valueOf(written.group(1));
                })
                .toList();
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw new UsageException("There is no time zone " + zone + "; write one like Europe/Zurich or UTC.");
        }
    }
}
