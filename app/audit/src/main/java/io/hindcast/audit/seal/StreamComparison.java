package io.hindcast.audit.seal;

import io.hindcast.audit.seal.Tampering.Changed;
import io.hindcast.audit.seal.Tampering.Inserted;
import io.hindcast.audit.seal.Tampering.Missing;
import io.hindcast.audit.seal.Tampering.Part;
import io.hindcast.audit.seal.Tampering.Reordered;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// What became of one stream: its traces as sealed beside those of today, both in the order of the stream.
final class StreamComparison {
    private final String stream;
    private final List<Trace> sealed;
    private final List<Trace> today;
    private final Set<Long> sealedIdentities;
    private final Set<Long> identities;
    private final Set<Content> sealedContents;
    private final Set<Content> contents;
    private final Set<Long> sealedNames;
    private final Set<Long> names;

    /// What an event says, wherever it stands.
    private record Content(long micros, long name, long body) {
        static Content of(Trace trace) {
            return new Content(trace.micros(), trace.name(), trace.body());
        }
    }

    /// @param given as sealed, in the order of the store
    /// @param found as found today, in the order of the stream
    StreamComparison(String stream, List<Trace> given, List<Trace> found) {
        this.stream = stream;
        sealed = byVersion(given);
        today = byVersion(found);
        sealedIdentities = sealed.stream().map(Trace::identity).collect(Collectors.toSet());
        identities = today.stream().map(Trace::identity).collect(Collectors.toSet());
        sealedContents = sealed.stream().map(Content::of).collect(Collectors.toSet());
        contents = today.stream().map(Content::of).collect(Collectors.toSet());
        sealedNames = sealed.stream().map(Trace::name).collect(Collectors.toSet());
        names = today.stream().map(Trace::name).collect(Collectors.toSet());
    }

    /// Equal versions stay as they came; without versions nothing moves.
    private static List<Trace> byVersion(List<Trace> traces) {
        return traces.stream().sorted(Comparator.comparingLong(Trace::version)).toList();
    }

    /// The first difference among the sealed events; nothing when today's begin with them.
    Optional<Tampering> first() {
        if (today.isEmpty() && !sealed.isEmpty()) {
            return Optional.of(new Tampering.StreamGone(stream, sealed.size()));
        }
        for (int place = 0; place < sealed.size(); place++) {
            if (place == today.size()) {
                return Optional.of(missing(sealed.get(place)));
            }
            if (!sealed.get(place).equals(today.get(place))) {
                return Optional.of(difference(sealed.get(place), today.get(place)));
            }
        }
        return Optional.empty();
    }

    private Tampering difference(Trace was, Trace is) {
        if (was.saysTheSameAs(is)) {
            return moved(was, is);
        }
        return was.identity() == is.identity() ? sameName(was, is) : otherName(was, is);
    }

    /// The same event with another version or position: an exchange when its new place was another event's.
    private Tampering moved(Trace was, Trace is) {
        boolean exchanged = sealed.stream()
                .anyMatch(other -> !other.equals(was)
                        && (was.version() != is.version()
                                ? other.version() == is.version()
                                : other.position() == is.position()));
        if (exchanged) {
            return new Reordered(stream, version(was));
        }
        return changed(was, is);
    }

    /// Another content under the version of before. A stream can have been renumbered to hide what was taken out or put in.
    private Tampering sameName(Trace was, Trace is) {
        boolean stillThere = isAmong(was, contents, names);
        boolean knownBefore = isAmong(is, sealedContents, sealedNames);
        boolean sameEvent = haveOwnNames() && was.name() == is.name();
        if (sameEvent || (!stillThere && !knownBefore)) {
            return changed(was, is);
        }
        if (stillThere && knownBefore) {
            return new Reordered(stream, version(was));
        }
        if (knownBefore) {
            return missing(was);
        }
        return new Inserted(stream, version(is));
    }

    /// By what it says, or by its id where every event has its own: a body can hold its version.
    private boolean isAmong(Trace event, Set<Content> contents, Set<Long> names) {
        return contents.contains(Content.of(event)) || (haveOwnNames() && names.contains(event.name()));
    }

    private boolean haveOwnNames() {
        return sealedNames.size() == sealed.size();
    }

    private Tampering otherName(Trace was, Trace is) {
        boolean stillThere = identities.contains(was.identity());
        boolean knownBefore = sealedIdentities.contains(is.identity());
        if (stillThere && knownBefore) {
            return new Reordered(stream, version(was));
        }
        return stillThere ? new Inserted(stream, version(is)) : missing(was);
    }

    private Tampering missing(Trace was) {
        return new Missing(stream, version(was), at(was));
    }

    private Tampering changed(Trace was, Trace is) {
        var parts = EnumSet.noneOf(Part.class);
        mark(parts, Part.VERSION, was.version() != is.version());
        mark(parts, Part.POSITION, was.position() != is.position());
        mark(parts, Part.RECORDED_TIME, was.micros() != is.micros());
        mark(parts, Part.ID_OR_TYPE, was.name() != is.name());
        mark(parts, Part.BODY, was.body() != is.body());
        return new Changed(stream, version(was), parts, at(was));
    }

    private static void mark(Set<Part> parts, Part part, boolean differs) {
        if (differs) {
            parts.add(part);
        }
    }

    static OptionalLong version(Trace trace) {
        return trace.version() == EventPage.NO_VERSION ? OptionalLong.empty() : OptionalLong.of(trace.version());
    }

    static Optional<Instant> at(Trace trace) {
        return trace.micros() == EventPage.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(trace.micros(), ChronoUnit.MICROS));
    }
}
