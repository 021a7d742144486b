package io.hindcast.audit.report;

import io.hindcast.audit.integrity.Check;
import io.hindcast.audit.integrity.Statement;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Cover.Language;
import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Printable;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of reports for people, in one language, and how values are spelt in it. Immutable.
public final class ReportTexts {
    private static final DateTimeFormatter TO_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TO_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter TO_MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TO_NANOS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.nnnnnnnnn");

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");
    private static final String TABLE = "table.";
    private static final List<String> TERMS = List.of(
            "event", "stream", "aggregate", "category", "version", "position", "recorded", "effective", "moment",
            "horizon", "fold", "replay", "snapshot", "digest", "manifest");

    private static final Set<String> MOMENTS = Set.of("at", "to", "from");
    private static final String HEAD = "head";

    /// Of the timeline: a report that has no such numbers has nothing to say of them.
    private static final String NUMBER = "number";
    private static final FieldPath KEY = FieldPath.parse("/key");
    private static final FieldPath VALUES = FieldPath.parse("/values");

    private final ResourceBundle words;
    private final Wording wording;
    private final Phrases phrases;
    private final Locale locale;
    private final ZoneId zone;
    private final char group;
    private final char point;

    /// @param zone in which times are shown
    public ReportTexts(Language language, ZoneId zone) {
        this.locale = language.locale();
        this.zone = zone;
        this.wording = Wording.in(locale);
        this.phrases = Phrases.in(locale);
        this.words = bundle(locale);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.group = symbols.getGroupingSeparator();
        this.point = symbols.getDecimalSeparator();
    }

    /// Keys of the tables that reports have.
    public static List<String> tables() {
        return bundle(Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(TABLE))
                .map(key -> key.substring(TABLE.length()))
                .sorted()
                .toList();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.hindcast.audit.report.Report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    /// A text of ours.
    ///
    /// @throws java.util.MissingResourceException when there is none, which is a mistake of ours
    public String word(String key) {
        return words.getString(key);
    }

    /// A sentence with `{0}`, `{1}` … replaced by the values.
    public String sentence(String key, List<StateValue> values) {
        String text = word("say." + key);
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + "}", cell(kind(values.get(i)), values.get(i)));
        }
        return text;
    }

    /// What ends in a full stop is a sentence inside of a sentence.
    private static Kind kind(StateValue value) {
        return switch (value) {
            case Num _ -> Kind.COUNT;
            case Text(String text) when text.endsWith(".") -> Kind.SAID;
            case StateValue _ -> Kind.TEXT;
        };
    }

    /// The heading of a column: a word of ours, or the path of the data.
    public String heading(Column column) {
        return column.isOurs() ? word("column." + column.key()) : Printable.escaped(column.key());
    }

    /// The heading of a column of a page: with the zone, where the column holds times.
    public String pageHeading(Column column) {
        return column.kind() == Kind.TIME ? heading(column) + " (" + zone.getId() + ")" : heading(column);
    }

    /// The value of a fact: times have their distance to UTC behind them.
    public String value(Fact fact) {
        if (fact.kind() == Kind.TIME && fact.value() instanceof Text(String text)) {
            try {
                return exact(Instant.parse(text));
            } catch (DateTimeException _) {
                return Printable.escaped(text);
            }
        }
        if (MOMENTS.contains(fact.key()) && fact.value() instanceof Text(String text) && text.equals(HEAD)) {
            return HEAD + " (" + word("word.head") + ")";
        }
        return cell(fact.kind(), fact.value());
    }

    /// A part of the question in few words, for the head of a page: `/balance`, `as of 2026-03-31`.
    public String asOf(Fact fact) {
        String value = cell(fact.kind(), fact.value());
        String word = "head." + fact.key();
        return words.containsKey(word) ? word(word) + " " + value : value;
    }

    /// Which columns of a table stand in its files alone; nothing where pages have all.
    public Optional<String> onlyInFiles(Table table) {
        String names = table.kept().stream()
                .filter(column -> !column.key().equals(NUMBER))
                .map(this::heading).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(word("say.table.kept").replace("{0}", names));
    }

    /// The words of the program, explained.
    public List<Block.Named.Entry> glossary() {
        return TERMS.stream()
                .map(term -> new Block.Named.Entry(word("term." + term), word("term." + term + ".says"), true))
                .toList();
    }

    /// A value as people read it, on one line; control characters and those that turn the line are spelt out.
    public String cell(Kind kind, StateValue value) {
        return switch (kind) {
            case AMOUNT, COUNT -> value instanceof Num number ? grouped(number) : amongNumbers(value);
            case TIME -> value instanceof Text(String text) ? time(text) : plain(value);
            case SPAN -> value instanceof Text(String text) ? span(text) : plain(value);
            case WORD -> value instanceof Text(String text) && !text.isEmpty() ? word("word." + text) : plain(value);
            case TRUTH -> switch (plain(value)) {
                case "true" -> word("word.yes");
                case "false" -> word("word.no");
                case String other -> other;
            };
            case CHECK -> value instanceof Text(String id) ? check(id) : plain(value);
            case STATEMENT -> statement(value);
            case SAID -> said(CsvLine.plain(value));
            case TEXT, NAME, ORDINAL, VALUE -> plain(value);
        };
    }

    /// What a connector or a fold says, in the language of the report where that is known, on one line.
    public String said(String sentence) {
        return Printable.escaped(phrases.said(sentence));
    }

    /// Text that looks like a number is in quotes, because its signs are those of the store and not of the language.
    private String amongNumbers(StateValue value) {
        String plain = plain(value);
        return value instanceof Text && LIKE_A_NUMBER.matcher(plain).matches()
                ? word("quoted").replace("{0}", plain)
                : plain;
    }

    private String check(String id) {
        return Check.named(id).map(wording::title).orElseGet(() -> word("word." + id));
    }

    private String statement(StateValue value) {
        if (value.at(KEY) instanceof Text(String key) && value.at(VALUES) instanceof Items values) {
            List<String> texts =
                    values.values().stream().map(CsvLine::plain).map(phrases::said).toList();
            return Printable.escaped(wording.text(new Statement(key, texts)));
        }
        return plain(value);
    }

    /// Title, question and advice of checks.
    public List<Block.Named.Entry> checks(List<String> ids) {
        return ids.stream()
                .flatMap(id -> Check.named(id).stream())
                .map(check -> new Block.Named.Entry(
                        wording.title(check), wording.question(check) + " " + wording.advice(check), true))
                .toList();
    }

    private static String plain(StateValue value) {
        return Printable.escaped(CsvLine.plain(value));
    }

    /// All digits, the thousands apart. Numbers written with an exponent stay as they are.
    public String grouped(Num number) {
        String digits = number.digits();
        if (digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            return digits;
        }
        int start = digits.startsWith("-") ? 1 : 0;
        int dot = digits.indexOf('.');
        int end = dot < 0 ? digits.length() : dot;
        var text = new StringBuilder(digits.length() * 4 / 3 + 2).append(digits, 0, start);
        for (int i = start; i < end; i++) {
            if (i > start && (end - i) % 3 == 0) {
                text.append(group);
            }
            text.append(digits.charAt(i));
        }
        return dot < 0 ? text.toString() : text.append(point).append(digits, dot + 1, digits.length()).toString();
    }

    /// An ISO-8601 instant in the zone of this report; other text as it is.
    public String time(String iso) {
        try {
            return time(Instant.parse(iso));
        } catch (DateTimeException _) {
            return Printable.escaped(iso);
        }
    }

    /// `PT1H30M` as `1 h 30 min`; other text as it is.
    private static String span(String iso) {
        try {
            var span = Duration.parse(iso);
            var parts = new StringJoiner(" ").setEmptyValue("0 s");
            part(parts, span.toDaysPart(), "d");
            part(parts, span.toHoursPart(), "h");
            part(parts, span.toMinutesPart(), "min");
            part(parts, span.toSecondsPart(), "s");
            part(parts, span.toMillisPart(), "ms");
            return parts.toString();
        } catch (DateTimeException _) {
            return Printable.escaped(iso);
        }
    }

    private static void part(StringJoiner parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit);
        }
    }

    /// The name of a lane of a timeline, short enough to stand beside it.
    public String lane(TimelinePicture.Lane lane, int most) {
        return lane.name().equals(TimelinePicture.OTHERS) ? word("word.otherTypes") : Abbreviated.to(most, lane.name());
    }

    /// What stands from the decimal sign on in a number that [#grouped] wrote; empty where it has none.
    public String fraction(String number) {
        int at = number.indexOf(point);
        return at < 0 ? "" : number.substring(at);
    }

    /// An hour that comes twice, when clocks are put back, has its distance to UTC behind it.
    public String time(Instant instant) {
        boolean isTwice = zone.getRules().getValidOffsets(LocalDateTime.ofInstant(instant, zone)).size() > 1;
        return isTwice ? exact(instant) : local(instant);
    }

    /// With the distance to UTC.
    public String exact(Instant instant) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        return local(instant) + " " + (offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId());
    }

    private String local(Instant instant) {
        int nanos = instant.get(ChronoField.NANO_OF_SECOND);
        DateTimeFormatter format = nanos == 0
                ? TO_SECONDS
                : nanos % 1_000_000 == 0 ? TO_MILLIS : nanos % 1_000 == 0 ? TO_MICROS : TO_NANOS;
        return format.withZone(zone).format(instant);
    }
}
