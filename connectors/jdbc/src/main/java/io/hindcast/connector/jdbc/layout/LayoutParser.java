package io.hindcast.connector.jdbc.layout;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads a layout file for one dialect. The format is described in the module's README.
///
/// Every mistake in the file is a [LayoutException] that names the line.
public final class LayoutParser {
    private static final Map<String, EventField> FIELDS = Map.of(
            "actor", EventField.ACTOR,
            "correlation", EventField.CORRELATION_ID,
            "causation", EventField.CAUSATION_ID,
            "effective", EventField.EFFECTIVE_AT,
            "tenant", EventField.TENANT);
    private static final Map<String, Capability> CAPABILITIES = Map.of(
            "dense-versions", Capability.DENSE_VERSIONS,
            "dense-positions", Capability.DENSE_POSITIONS,
            "deletion-marks", Capability.DELETION_MARKS);

    private static final Map<String, HorizonBasis> HORIZONS = Map.of(
            "transaction-ids", HorizonBasis.TRANSACTION_IDS,
            "gaps", HorizonBasis.GAPS,
            "commits", HorizonBasis.COMMITS,
            "none", HorizonBasis.NONE);
    private static final String JOIN = "join ";
    private static final String ASIDE = "aside ";
    private static final String OF_SNAPSHOTS = " of snapshots";

    private final String file;
    private final String dialect;

    private LayoutParser(String file, String dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    /// @param file name for messages; the layout is called by it, without the ending
    /// @param dialect lines for other dialects are left out
    public static Layout parse(String file, String text, String dialect) {
        return new LayoutParser(file, dialect).layout(text);
    }

    private Layout layout(String text) {
        var sections = sections(text);
        var head = sections.getFirst();
        var recognise = sections.stream()
                .filter(section -> section.name().equals("recognise"))
                .map(LayoutParser::recognition)
                .toList();
        if (recognise.isEmpty()) {
            throw new LayoutException(file, 1, "a layout needs a section [recognise]");
        }
        var events = only(sections, "events");
        var fields = optional(sections, "fields");
        var layout = new Layout(
                file.endsWith(".layout") ? file.substring(0, file.length() - ".layout".length()) : file,
                head.requiredText("system"),
                head.text("title").orElseGet(() -> head.requiredText("system")),
                recognise,
                eventTable(events),
                joins(sections, section -> !section.name().endsWith(OF_SNAPSHOTS)),
                joins(sections, section -> section.name().endsWith(OF_SNAPSHOTS)),
                skips(sections),
                optional(sections, "snapshots").map(this::snapshotTable),
                asides(sections),
                fields.map(this::fieldLocations).orElse(Map.of()),
                capabilities(head));
        sections.forEach(Section::refuseUnknownKeys);
        return layout;
    }

    private List<Section> sections(String text) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(file, dialect, 1, "head"));
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                sections.add(section(number, line));
            } else {
                addLine(sections.getLast(), number, line);
            }
        }
        return sections;
    }

    private Section section(int number, String line) {
        if (!line.endsWith("]")) {
            throw new LayoutException(file, number, "a heading ends with ]");
        }
        String name = line.substring(1, line.length() - 1).strip();
        if (!name.startsWith("skip ")
                && !name.startsWith(JOIN)
                && !name.startsWith(ASIDE)
                && Stream.of("recognise", "events", "snapshots", "fields").noneMatch(name::equals)) {
            throw new LayoutException(
                    file,
                    number,
                    "'" + name + "' is no heading; they are recognise, events, join …, skip …, snapshots, aside … and fields");
        }
        return new Section(file, dialect, number, name);
    }

    private void addLine(Section section, int number, String line) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new LayoutException(file, number, "expected 'key = value', found '" + line + "'");
        }
        String value = line.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw new LayoutException(file, number, "nothing stands behind the =");
        }
        section.add(number, line.substring(0, equals).strip(), value);
    }

    private static Recognition recognition(Section section) {
        var tables = section.words("table");
        if (tables.isEmpty()) {
            throw section.trouble("table", "must name the event table");
        }
        return new Recognition(
                tables,
                section.words("columns"),
                section.words("optional"),
                section.flag("exactly"),
                section.flag("spelled"),
                section.words("beside"),
                lacks(section),
                merge(section),
                types(section));
    }

    private static Recognition.Merge merge(Section section) {
        return switch (section.text("merge").orElse("")) {
            case "" -> Recognition.Merge.NONE;
            case "tables" -> Recognition.Merge.TABLES;
            case "rows" -> Recognition.Merge.ROWS;
            default -> throw section.trouble("merge", "is tables or rows");
        };
    }

    private static List<String> lacks(Section section) {
        var lacks = section.words("lacks");
        if (lacks.stream().anyMatch(word -> word.indexOf('.') < 1)) {
            throw section.trouble("lacks", "is written table.column");
        }
        return lacks;
    }

    private static Map<String, String> types(Section section) {
        var types = new LinkedHashMap<String, String>();
        for (String word : section.words("types")) {
            int colon = word.indexOf(':');
            if (colon < 1) {
                throw section.trouble("types", "are written column:type, not '" + word + "'");
            }
            types.put(Recognition.normal(word.substring(0, colon)), word.substring(colon + 1));
        }
        return types;
    }

    private static EventTable eventTable(Section section) {
        var position = section.values("position");
        if (position.size() > 2) {
            throw section.trouble("position", "has at most two parts");
        }
        return new EventTable(
                section.required("stream"),
                section.value("category"),
                section.value("version"),
                position,
                section.flag("position-unique"),
                section.flag("position-in-table"),
                section.values("stream-order"),
                horizon(section),
                section.text("notifies"),
                section.value("id"),
                section.required("type"),
                section.time("recorded"),
                section.value("data"),
                section.shape("data"),
                section.value("metadata"),
                section.shape("metadata"),
                section.values("metadata-with"),
                section.value("deleted"));
    }

    private static HorizonBasis horizon(Section section) {
        String word = section.text("horizon").orElse("none");
        return Optional.ofNullable(HORIZONS.get(word))
                .orElseThrow(() -> section.trouble(
                        "horizon", "is transaction-ids, gaps, commits or none, not '" + word + "'"));
    }

    private static List<Join> joins(List<Section> sections, Predicate<Section> kind) {
        return sections.stream()
                .filter(section -> section.name().startsWith(JOIN))
                .filter(kind)
                .map(LayoutParser::join)
                .toList();
    }

    private static Join join(Section section) {
        String name = section.name().substring(JOIN.length()).strip();
        if (name.endsWith(OF_SNAPSHOTS)) {
            name = name.substring(0, name.length() - OF_SNAPSHOTS.length()).strip();
        }
        var tables = section.words("table");
        if (tables.isEmpty()) {
            throw section.trouble("table", "must name the table that is joined");
        }
        String own = name;
        var on = section.condition("on").orElseThrow(() -> section.trouble("on", "is missing"));
        if (on.columns().noneMatch(column -> column.of().equals(own))) {
            throw section.trouble("on", "names no column of the joined table, such as {" + name + ".id}");
        }
        return new Join(
                name,
                tables,
                on,
                section.flag("needed"),
                section.value("first").flatMap(Value::plainColumn),
                others(section));
    }

    private static Optional<Join.Others> others(Section section) {
        return section.text("others").map(what -> new Join.Others(what, section.requiredText("because")));
    }

    private SnapshotTable snapshotTable(Section section) {
        var tables = section.words("table");
        return new SnapshotTable(
                tables.equals(List.of("same")) ? List.of() : tables,
                section.words("columns"),
                types(section),
                section.condition("when"),
                section.text("because"),
                section.required("stream"),
                namedBefore(section),
                section.value("category"),
                section.required("version"),
                section.flag("version-is-next") ? 1 : 0,
                section.value("type"),
                section.time("recorded"),
                section.required("state"),
                section.shape("state"),
                section.sentence("place"));
    }

    private static Optional<String> namedBefore(Section section) {
        var sign = section.text("named-before");
        if (sign.filter(text -> text.length() != 1).isPresent()) {
            throw section.trouble("named-before", "is a single sign");
        }
        return sign;
    }

    private static List<Layout.Skip> skips(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.name().startsWith("skip "))
                .map(section -> new Layout.Skip(
                        section.name().substring("skip ".length()).strip(),
                        section.condition("when").orElseThrow(() -> section.trouble("when", "is missing")),
                        section.requiredText("because")))
                .toList();
    }

    private static List<Layout.Aside> asides(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.name().startsWith(ASIDE))
                .map(section -> new Layout.Aside(
                        section.name().substring(ASIDE.length()).strip(),
                        section.words("table"),
                        section.requiredText("because")))
                .toList();
    }

    private Map<EventField, List<FieldLocation>> fieldLocations(Section section) {
        var locations = new EnumMap<EventField, List<FieldLocation>>(EventField.class);
        new LinkedHashMap<>(FIELDS).forEach((word, field) -> {
            var places = section.words(word).stream()
                    .map(place -> location(section, word, place))
                    .toList();
            if (!places.isEmpty()) {
                locations.put(field, places);
            }
        });
        return locations;
    }

    private static FieldLocation location(Section section, String key, String place) {
        if (place.startsWith("data:/")) {
            return FieldLocation.data(place.substring("data:".length()));
        }
        if (place.startsWith("metadata:/")) {
            return FieldLocation.metadata(place.substring("metadata:".length()));
        }
        throw section.trouble(key, "names places such as data:/by or metadata:/userId, not '" + place + "'");
    }

    private static Set<Capability> capabilities(Section head) {
        var capabilities = EnumSet.noneOf(Capability.class);
        for (String word : head.words("capabilities")) {
            var capability = Optional.ofNullable(CAPABILITIES.get(word));
            capabilities.add(capability.orElseThrow(() -> head.trouble(
                    "capabilities", "are dense-versions, dense-positions and deletion-marks, not '" + word + "'")));
        }
        return capabilities;
    }

    private Section only(List<Section> sections, String name) {
        return optional(sections, name)
                .orElseThrow(() -> new LayoutException(file, 1, "a layout needs a section [" + name + "]"));
    }

    private Optional<Section> optional(List<Section> sections, String name) {
        var found =
                sections.stream().filter(section -> section.name().equals(name)).toList();
        if (found.size() > 1) {
            throw new LayoutException(file, 1, "the section [" + name + "] stands more than once");
        }
        return found.stream().findFirst();
    }
}
