package io.hindcast.desktop.find;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.find.Match;
import io.hindcast.engine.find.Snippet;
import io.hindcast.engine.find.TextMatch;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// One thing that was found, and where it leads.
///
/// @param snippet the text with what stands around it, as it is stored; "" for a condition
/// @param fields the fields of the condition with their values; none for text
/// @param until the event that ended a condition; absent where it still holds, and for text
/// @param isOpen whether it is a condition that had not ended when the search ended
record Hit(
        String stream,
        OptionalLong version,
        Optional<Instant> recordedAt,
        String type,
        String snippet,
        Map<FieldPath, StateValue> fields,
        Optional<Match.Place> until,
        boolean isOpen,
        Destination destination) {
    private static final int BEFORE = 16;

    static Hit of(Match match) {
        Match.Place since = match.since();
        return new Hit(
                match.stream(),
                since.version(),
                since.recordedAt(),
                since.type(),
                "",
                match.fields(),
                match.until(),
                match.until().isEmpty(),
                new Destination.AtIndex((int) Math.min(since.index(), Integer.MAX_VALUE)));
    }

    static Hit of(TextMatch match) {
        Event event = match.header();
        return new Hit(
                event.stream(),
                event.version(),
                event.recordedAt(),
                event.type(),
                shown(match.snippet()),
                Map.of(),
                Optional.empty(),
                false,
                new Destination.AtMoment(momentOf(event)));
    }

    /// The fields of the condition, or the text with what stands around it, as they may be shown. A piece of a body in
    /// which a mask means something is not shown at all: nobody can tell which field it is a piece of.
    ///
    /// @param hidden said in its place
    String what(Masks masks, String hidden) {
        return fields.isEmpty()
                ? masks.mayMean(stream, type) ? hidden : masks.text(stream, snippet)
                : fields.entrySet().stream()
                        .map(entry -> ValueText.path(masks.path(stream, entry.getKey())) + " "
                                + ValueText.of(masks.stateAt(stream, entry.getKey(), entry.getValue())))
                        .collect(Collectors.joining(" · "));
    }

    /// In one line, with the text itself near the beginning.
    private static String shown(Snippet snippet) {
        String before = snippet.before();
        String near = before.length() > BEFORE ? "…" + before.substring(before.length() - BEFORE) : before;
        return (near + snippet.found() + snippet.after()).replaceAll("\\s+", " ");
    }

    private static Moment momentOf(Event event) {
        return event.version().isPresent()
                ? new Moment.AtVersion(event.version().getAsLong())
                : event.position()
                        .<Moment>map(Moment.AtPosition::new)
                        .or(() -> event.recordedAt().map(Moment.AtInstant::new))
                        .orElse(Moment.HEAD);
    }
}
