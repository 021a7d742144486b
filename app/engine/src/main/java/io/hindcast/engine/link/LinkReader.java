package io.hindcast.engine.link;

import io.hindcast.connector.Location;
import io.hindcast.engine.link.LookMistake.Kind;
import io.hindcast.engine.link.PercentText.Broken;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.Axis;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Takes a link apart, and says exactly what is wrong with one that is none.
final class LinkReader {
    private static final Set<String> KNOWN = Set.of(
            "at", "from", "effective", "field", "zone", "fold", "panel", "side", "filter", "axis", "stretch");
    private static final String BETWEEN = "..";
    private final String path;
    private final Map<String, String> values;

    LinkReader(String text) throws Broken {
        if (!text.regionMatches(true, 0, LookLink.START, 0, LookLink.START.length())) {
            throw new Broken(Kind.NO_LINK, "");
        }
        String rest = text.substring(LookLink.START.length());
        int question = rest.indexOf('?');
        path = question < 0 ? rest : rest.substring(0, question);
        values = question < 0 ? Map.of() : values(rest.substring(question + 1));
    }

    private static Map<String, String> values(String query) throws Broken {
        var values = new HashMap<String, String>();
        for (String piece : query.split("&", -1)) {
            int equals = piece.indexOf('=');
            String name = equals < 0 ? piece : piece.substring(0, equals);
            if (!KNOWN.contains(name)) {
                throw new Broken(Kind.UNKNOWN, name);
            }
            if (equals < 0) {
                throw new Broken(Kind.NO_VALUE, name);
            }
            if (values.put(name, PercentText.read(piece.substring(equals + 1))) != null) {
                throw new Broken(Kind.TWICE, name);
            }
        }
        return values;
    }

    StoreLook look() throws Broken {
        String[] parts = path.split("/", -1);
        boolean namesStream = parts.length == 3 && parts[1].equals("stream");
        if (parts.length > 1 && !namesStream) {
            throw new Broken(Kind.SHAPE, "");
        }
        String store = store(parts[0]);
        Optional<String> stream = namesStream ? Optional.of(PercentText.read(parts[2])) : Optional.empty();
        if (stream.isEmpty() && (values.containsKey("at") || values.containsKey("from"))) {
            throw new Broken(Kind.NEEDS_STREAM, value("at").or(() -> value("from")).orElse(""));
        }
        Optional<ZoneId> zone = one("zone", Kind.ZONE, LinkReader::zone);
        ZoneId ofDates = zone.orElse(ZoneId.of("UTC"));
        Optional<Axis> axis = one("axis", Kind.AXIS, it -> word(Axis.values(), it));
        return new StoreLook(
                store,
                stream,
                one("at", Kind.MOMENT, it -> moment(it, ofDates)),
                one("from", Kind.MOMENT, it -> moment(it, ofDates)),
                one("effective", Kind.DATE, LinkReader::date),
                value("field").map(LinkReader::field),
                zone,
                one("fold", Kind.FOLD, it -> Optional.of(it).filter(StoreLook::isFileName)),
                one("panel", Kind.PANEL, it -> word(Panel.values(), it)),
                one("side", Kind.PANEL, it -> word(Side.values(), it)),
                value("filter"),
                axis,
                one("stretch", Kind.STRETCH, it -> stretch(it).filter(found -> found.isOf(axis.orElse(Axis.TIME)))));
    }

    /// The text of a store with a password in it is never repeated.
    private static String store(String part) throws Broken {
        String store = PercentText.read(part);
        if (store.isBlank()) {
            throw new Broken(Kind.NO_STORE, "");
        }
        if (new Location(store).showsPassword()) {
            throw new Broken(Kind.PASSWORD, "");
        }
        return store;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private <T> Optional<T> one(String name, Kind kind, Function<String, Optional<T>> reading) throws Broken {
        Optional<String> value = value(name);
        Optional<T> read = value.flatMap(reading);
        if (value.isPresent() && read.isEmpty()) {
            throw new Broken(kind, value.get());
        }
        return read;
    }

    /// A lone slash is the field without a name, as the standard says, not the whole state.
    private static FieldPath field(String pointer) {
        return pointer.equals("/") ? FieldPath.ROOT.child("") : FieldPath.parse(pointer);
    }

    private static Optional<Moment> moment(String text, ZoneId zone) {
        return instant(text).<Moment>map(Moment.AtInstant::new).or(() -> MomentText.parse(text, zone));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> word(E[] all, String word) {
        return Arrays.stream(all)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<Stretch> stretch(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        String from = text.substring(0, between);
        String to = text.substring(between + BETWEEN.length());
        Optional<Instant> begin = instant(from);
        Optional<Instant> end = instant(to);
        if (begin.isPresent() && end.isPresent()) {
            return end.get().isBefore(begin.get())
                    ? Optional.empty()
                    : Optional.of(new Stretch.OfTime(begin.get(), end.get()));
        }
        return order(from, to);
    }

    private static Optional<Stretch> order(String from, String to) {
        try {
            long begin = Long.parseLong(from);
            long end = Long.parseLong(to);
            return end < begin ? Optional.empty() : Optional.of(new Stretch.OfOrder(begin, end));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
