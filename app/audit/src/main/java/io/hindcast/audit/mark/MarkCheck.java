package io.hindcast.audit.mark;

import io.hindcast.audit.mark.Binding.ToEvent;
import io.hindcast.audit.mark.Standing.CannotTell;
import io.hindcast.audit.mark.Standing.Why;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Holds marks against what the store says now. Each stream is read once for all its marks, and only between the versions
/// that they stand at; once more as a whole where an event is not what it was and may have moved.
public final class MarkCheck {
    private final EventSource source;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Map<String, Standing> standings = new HashMap<>();
    private long read;

    private MarkCheck(EventSource source, Progress progress, Cancellation cancellation) {
        this.source = source;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// Blocks. A store that fails in a stream leaves the marks of that stream undecided.
    ///
    /// @param progress counts events
    public static Checked of(
            EventSource source, Collection<Mark> marks, Progress progress, Cancellation cancellation) {
        return new MarkCheck(source, progress, cancellation).check(marks);
    }

    private Checked check(Collection<Mark> marks) {
        var byStream = new TreeMap<String, List<Mark>>();
        for (Mark mark : marks) {
            if (!mark.binding().hasHashes()) {
                standings.put(mark.id(), new CannotTell(Why.MASKED, "It left its store masked, without hashes to tell by."));
                continue;
            }
            mark.binding().stream().ifPresentOrElse(
                    stream -> byStream.computeIfAbsent(stream, _ -> new ArrayList<>()).add(mark),
                    () -> standings.put(mark.id(), ofStore(mark.binding())));
        }
        boolean complete = true;
        for (Map.Entry<String, List<Mark>> one : byStream.entrySet()) {
            complete &= check(one.getKey(), one.getValue());
        }
        return new Checked(standings, complete);
    }

    private Standing ofStore(Binding binding) {
        String system = source.info().system();
        return binding.store().system().equals(system) ? new Standing.Holds() : otherStore(binding, system);
    }

    private static Standing otherStore(Binding binding, String system) {
        return new CannotTell(
                Why.OTHER_STORE, "It was made in a store of %s; this one is of %s.".formatted(binding.store().system(), system));
    }

    private boolean check(String stream, List<Mark> marks) {
        try {
            return read(stream, marks);
        } catch (ConnectorException failure) {
            marks.forEach(mark -> standings.put(mark.id(), new CannotTell(Why.STORE_FAILED, failure.sentence())));
            return true;
        }
    }

    private boolean read(String stream, List<Mark> marks) {
        var look = new StreamLook(marks.stream().map(Mark::binding).toList());
        boolean ranged = marks.stream().allMatch(mark -> mark.binding() instanceof ToEvent event && event.version().isPresent());
        boolean complete = (ranged && pass(look, ReadRequest.stream(stream).withVersions(range(marks))) && look.allHold())
                || pass(look.anew(), ReadRequest.stream(stream));
        String system = source.infoOf(stream).system();
        for (Mark mark : marks) {
            Standing standing = complete ? look.standing(mark.binding()) : stopped();
            boolean other = complete && standing.isInvalid() && !mark.binding().store().system().equals(system);
            standings.put(mark.id(), other ? otherStore(mark.binding(), system) : standing);
        }
        return complete;
    }

    private static Standing stopped() {
        return new CannotTell(Why.STOPPED, "The check was stopped before it came to this mark.");
    }

    private static VersionRange range(List<Mark> marks) {
        long[] versions = marks.stream()
                .flatMapToLong(mark -> mark.binding().version().stream())
                .sorted()
                .toArray();
        long first = LongStream.of(versions).min().orElse(0);
        return new VersionRange(first == Long.MIN_VALUE ? first : first - 1, versions[versions.length - 1]);
    }

    /// Whether it came to the end.
    private boolean pass(StreamLook look, ReadRequest request) {
        try (var cursor = source.read(request)) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    return false;
                }
                look.take(page.get());
                read += page.get().size();
                progress.advanced(read, -1);
            }
        }
        return !cancellation.isCancelled();
    }
}
