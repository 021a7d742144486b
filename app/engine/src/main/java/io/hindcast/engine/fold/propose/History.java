package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The events and snapshots of one category, laid out for inference: streams by name, each with the places at which a
/// snapshot tells what the state was.
final class History {
    private static final int DEEPEST = 3;
    private static final int MOST_PATHS = 64;

    final String category;
    final List<Stream> streams = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    /// Where in the snapshots the state lies: everything below is told as seen from there.
    final FieldPath root;
    /// Event types, and the paths at which their bodies hold single values.
    final SequencedMap<String, SequencedSet<String>> paths = new TreeMap<>();

    /// The events of a stream up to its last snapshot.
    record Stream(String name, List<FoldEvent> events) {}

    /// @param events how many events of the stream come before the snapshot
    record Checkpoint(int stream, int events, StateValue state) {}

    History(String category, List<SampledStream> sampled) {
        this.category = category;
        this.root = wrapping(sampled);
        sampled.stream().sorted(Comparator.comparing(SampledStream::stream)).forEach(this::add);
    }

    private void add(SampledStream sampled) {
        List<FoldEvent> events = sampled.events();
        for (FoldEvent event : events) {
            var known = paths.computeIfAbsent(event.type(), _ -> new TreeSet<>());
            collect("", event.data(), 0, known);
        }
        sampled.snapshots().stream()
                .filter(snapshot -> snapshot.state() instanceof Fields)
                .sorted(Comparator.comparingLong(SampledStream.SampledSnapshot::version))
                .forEach(snapshot -> checkpoints.add(
                        new Checkpoint(
                                streams.size(), upTo(events, snapshot.version()), snapshot.state().at(root))));
        streams.add(new Stream(sampled.stream(), events));
    }

    /// The way through fields that hold nothing but the state: `{"s": {…}}` keeps it at `/s`.
    private static FieldPath wrapping(List<SampledStream> sampled) {
        var states = sampled.stream()
                .flatMap(stream -> stream.snapshots().stream())
                .map(SampledStream.SampledSnapshot::state)
                .filter(Fields.class::isInstance)
                .toList();
        FieldPath path = FieldPath.ROOT;
        for (int depth = 0; depth < DEEPEST && !states.isEmpty(); depth++) {
            FieldPath here = path;
            var names = new TreeSet<String>();
            for (StateValue state : states) {
                if (state.at(here) instanceof Fields fields) {
                    names.addAll(fields.names());
                }
            }
            if (names.size() != 1
                    || !states.stream().allMatch(state -> state.at(here.child(names.getFirst())) instanceof Fields)) {
                return path;
            }
            path = path.child(names.getFirst());
        }
        return path;
    }

    private static int upTo(List<FoldEvent> events, long version) {
        int count = 0;
        while (count < events.size()
                && events.get(count).header().version().orElse(Long.MAX_VALUE) <= version) {
            count++;
        }
        return count;
    }

    /// The paths of single values in the snapshots.
    SequencedSet<String> fields() {
        var fields = new TreeSet<String>();
        checkpoints.forEach(checkpoint -> collect("", checkpoint.state(), 0, fields));
        return fields;
    }

    static boolean isNothing(StateValue value) {
        return value instanceof Absent || value instanceof Null;
    }

    private static void collect(String path, StateValue value, int depth, SequencedSet<String> into) {
        if (value instanceof Fields fields) {
            if (depth < DEEPEST) {
                fields.entries()
                        .forEach(entry -> collect(
                                path + FieldPath.ROOT.child(entry.getKey()), entry.getValue(), depth + 1, into));
            }
        } else if (depth > 0
                && !(value instanceof Opaque)
                && !(value instanceof Items)
                && into.size() < MOST_PATHS) {
            into.add(path);
        }
    }
}
