package io.hindcast.audit.template;

import io.hindcast.audit.template.Misunderstood.What;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a report is to answer, in the words of the command line, so that it can be written down and asked again.
///
/// @param category "" where the template needs none, and for streams that have none
/// @param stream "" where the template needs none
/// @param at the moment, or the end of the period
/// @param from the beginning of the period; "" is the beginning of the stream
/// @param effective a date for the second clock, "" for none
/// @param field of a roll-forward
/// @param currency field that names it; "" is what the rules say, `none` adds up across currencies
/// @param columns fields of the states; empty for those that the states have
/// @param shown versions of a stream whose states are shown before and after
/// @param muted versions of a stream that are supposed not to have happened: the report is hypothetical then
/// @param zone where days begin and end
public record ReportQuestion(
        Template template,
        String category,
        String stream,
        String at,
        String from,
        String effective,
        String field,
        String currency,
        List<String> columns,
        List<Long> shown,
        List<Long> muted,
        ZoneId zone) {

    private static final String NO_CURRENCY = "none";

    /// @throws IllegalArgumentException with a sentence for people when a part is missing or cannot be read
    public ReportQuestion {
        columns = List.copyOf(columns);
        shown = List.copyOf(shown);
        muted = List.copyOf(muted);
        if (!muted.isEmpty() && template != Template.STREAM) {
            throw new IllegalArgumentException("The template %s takes no --mute.".formatted(template.id()));
        }
        require(template.needs() != Template.Needs.STREAM || !stream.isBlank(), new What.WithoutStream(template));
        require(template != Template.ROLLFORWARD || !field.isBlank(), new What.WithoutField(template));
        require(template != Template.ROLLFORWARD || !from.isBlank(), new What.WithoutBeginning(template));
        moment(at, zone);
        if (!from.isBlank()) {
            moment(from, zone);
        }
        date(effective);
    }

    private static void require(boolean is, What otherwise) {
        if (!is) {
            throw new Misunderstood(otherwise);
        }
    }

    public Moment moment() {
        return moment(at, zone);
    }

    /// The beginning of the period, absent when it begins with the stream.
    public Optional<Moment> beginning() {
        return from.isBlank() ? Optional.empty() : Optional.of(moment(from, zone));
    }

    public Optional<LocalDate> effectiveDate() {
        return date(effective);
    }

    public Optional<List<FieldPath>> paths() {
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(columns.stream()
                        .map(String::strip)
                        .map(FieldPath::parse)
                        .distinct()
                        .toList());
    }

    /// The field that names the currency under a fold.
    public CurrencyField currencyField(Fold fold) {
        if (currency.isBlank()) {
            return CurrencyField.of(fold, category);
        }
        return currency.equals(NO_CURRENCY)
                ? CurrencyField.ignored()
                : CurrencyField.named(FieldPath.parse(currency));
    }

    /// What is supposed of the stream's events as far as the question itself says it.
    public Hypothesis supposed() {
        Hypothesis hypothesis = Hypothesis.NONE;
        for (long version : muted) {
            hypothesis = hypothesis.muting(EventPick.atVersion(stream, version));
        }
        return hypothesis;
    }

    /// What the report is about, in the words of the store.
    public String subject() {
        return switch (template.needs()) {
            case STREAM -> stream;
            case CATEGORY -> category;
            case NOTHING -> "";
        };
    }

    /// For a manifest; [#of] reads it back.
    public Fields toFields() {
        return Fields.of("template", new Text(template.id()))
                .with("category", new Text(category))
                .with("stream", new Text(stream))
                .with("at", new Text(at))
                .with("from", new Text(from))
                .with("effective", new Text(effective))
                .with("field", new Text(field))
                .with("currency", new Text(currency))
                .with("columns", new Items(columns.stream().<StateValue>map(Text::new).toList()))
                .with("shown", versions(shown))
                .with("muted", versions(muted))
                .with("zone", new Text(zone.getId()));
    }

    /// @throws IllegalArgumentException with a sentence for people when something is missing or cannot be read
    public static ReportQuestion of(Fields fields) {
        String id = text(fields, "template");
        return new ReportQuestion(
                Template.named(id)
                        .orElseThrow(() -> new IllegalArgumentException("There is no template " + id + ".")),
                text(fields, "category"),
                text(fields, "stream"),
                text(fields, "at"),
                text(fields, "from"),
                text(fields, "effective"),
                text(fields, "field"),
                text(fields, "currency"),
                items(fields, "columns").stream()
                        .map(value -> value instanceof Text(String path) ? path : "")
                        .toList(),
                versions(fields, "shown"),
                versions(fields, "muted"),
                zone(text(fields, "zone")));
    }

    /// The options of the command line that ask the same, without the store.
    public List<String> arguments() {
        var arguments = new ArrayList<>(List.of("--template", template.id()));
        if (template.needs() == Template.Needs.CATEGORY) {
            arguments.addAll(List.of("--category", category));
        }
        option(arguments, "--stream", stream);
        option(arguments, "--field", field);
        option(arguments, "--from", from);
        option(arguments, "--at", at);
        option(arguments, "--effective", effective);
        option(arguments, "--currency", currency);
        option(arguments, "--columns", String.join(",", columns));
        option(arguments, "--show", versionTexts(shown));
        option(arguments, "--mute", versionTexts(muted));
        option(arguments, "--zone", zone.getId());
        return arguments;
    }

    private static String versionTexts(List<Long> versions) {
        return String.join(",", versions.stream().map(version -> "v" + version).toList());
    }

    private static void option(List<String> arguments, String name, String value) {
        if (!value.isBlank()) {
            arguments.addAll(List.of(name, value));
        }
    }

    private static Items versions(List<Long> versions) {
        return new Items(versions.stream().<StateValue>map(Num::of).toList());
    }

    private static List<Long> versions(Fields fields, String name) {
        return items(fields, name).stream()
                .map(value -> value instanceof Num number ? number.value().longValueExact() : 0L)
                .toList();
    }

    private static String text(Fields fields, String name) {
        return fields.field(name) instanceof Text(String text) ? text : "";
    }

    private static List<StateValue> items(Fields fields, String name) {
        return fields.field(name) instanceof Items items ? items.values() : List.of();
    }

    private static Moment moment(String text, ZoneId zone) {
        return MomentText.parse(text, zone).orElseThrow(() -> new Misunderstood(new What.NoMoment(text)));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw new Misunderstood(new What.NoDate(text));
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("There is no time zone " + text + ".");
        }
    }
}
