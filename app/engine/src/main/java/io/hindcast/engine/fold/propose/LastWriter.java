package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Finds out which events set a field, and to what: the candidate that explains most snapshots is taken, then the one
/// that explains most of the rest, singly or in pairs (FROZEN is no explanation without OPEN again).
final class LastWriter {
    private static final int MOST_CANDIDATES = 48;
    private static final int MOST_CONSTANTS = 8;

    private final History history;
    private final String field;
    private final StateValue[] targets;

    /// What is written last at each checkpoint, and whether it is what the snapshot holds.
    ///
    /// @param writtenAt the number of the event, -1 where nothing was written yet
    @SuppressWarnings("ArrayRecordComponent")
    private record Trail(int[] writtenAt, boolean[] fits) {
        int explained() {
            int explained = 0;
            for (boolean fit : fits) {
                explained += fit ? 1 : 0;
            }
            return explained;
        }

        /// What is written last when both write.
        Trail with(Trail other) {
            var at = writtenAt.clone();
            var fit = fits.clone();
            for (int i = 0; i < at.length; i++) {
                if (other.writtenAt[i] > at[i]) {
                    at[i] = other.writtenAt[i];
                    fit[i] = other.fits[i];
                }
            }
            return new Trail(at, fit);
        }

        int explainedWith(Trail other) {
            int explained = 0;
            for (int i = 0; i < fits.length; i++) {
                explained += (other.writtenAt[i] > writtenAt[i] ? other.fits[i] : fits[i]) ? 1 : 0;
            }
            return explained;
        }
    }

    private record Candidate(Effect effect, Trail trail, int hits, boolean sameName) {
        boolean excludes(Candidate other) {
            return effect.type().equals(other.effect.type());
        }
    }

    LastWriter(History history, String field) {
        this.history = history;
        this.field = field;
        var path = FieldPath.parse(field);
        targets = history.checkpoints.stream()
                .map(checkpoint -> checkpoint.state().at(path))
                .toArray(StateValue[]::new);
    }

    FieldModel infer() {
        List<Candidate> open = candidates();
        var chosen = new ArrayList<Effect>();
        Trail trail = nothing();
        while (trail.explained() < targets.length) {
            List<Candidate> best = bestAddition(trail, open);
            if (best.isEmpty()) {
                break;
            }
            for (Candidate candidate : best) {
                chosen.add(candidate.effect());
                trail = trail.with(candidate.trail());
                open = open.stream().filter(other -> !other.excludes(candidate)).toList();
            }
        }
        return new FieldModel(chosen, "last value", trail.explained());
    }

    private Trail nothing() {
        var writtenAt = new int[targets.length];
        var fits = new boolean[targets.length];
        for (int i = 0; i < targets.length; i++) {
            writtenAt[i] = -1;
            fits[i] = History.isNothing(targets[i]);
        }
        return new Trail(writtenAt, fits);
    }

    private static List<Candidate> bestAddition(Trail trail, List<Candidate> open) {
        List<Candidate> best = List.of();
        int most = trail.explained();
        for (Candidate candidate : open) {
            int explained = trail.explainedWith(candidate.trail());
            if (explained > most) {
                most = explained;
                best = List.of(candidate);
            }
        }
        return best.isEmpty() ? bestPair(trail, open, most) : best;
    }

    private static List<Candidate> bestPair(Trail trail, List<Candidate> open, int most) {
        List<Candidate> best = List.of();
        for (int i = 0; i < open.size(); i++) {
            Trail one = trail.with(open.get(i).trail());
            for (int j = i + 1; j < open.size(); j++) {
                if (!open.get(i).excludes(open.get(j)) && one.explainedWith(open.get(j).trail()) > most) {
                    most = one.explainedWith(open.get(j).trail());
                    best = List.of(open.get(i), open.get(j));
                }
            }
        }
        return best;
    }

    /// The most promising candidates, those called like the field first.
    private List<Candidate> candidates() {
        var constants = new LinkedHashSet<StateValue>();
        for (StateValue target : targets) {
            if (target instanceof Text || target instanceof Bool) {
                constants.add(target);
            }
        }
        var all = new ArrayList<Candidate>();
        for (var type : history.paths.entrySet()) {
            for (String path : type.getValue()) {
                all.add(taking(type.getKey(), path));
            }
            if (constants.size() <= MOST_CONSTANTS) {
                constants.forEach(constant ->
                        all.add(candidate(new Effect.Becomes(type.getKey(), constant), _ -> constant, false)));
            }
        }
        return all.stream()
                .filter(candidate -> candidate.hits() > 0)
                .sorted(Comparator.comparing((Candidate candidate) -> !candidate.sameName())
                        .thenComparingInt(candidate -> -candidate.hits()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private Candidate taking(String type, String path) {
        var pointer = FieldPath.parse(path);
        boolean numeric = Arrays.stream(targets).anyMatch(Num.class::isInstance);
        boolean fromText = numeric
                && history.streams.stream()
                        .flatMap(stream -> stream.events().stream())
                        .anyMatch(event ->
                                event.type().equals(type) && event.data().at(pointer) instanceof Text);
        return candidate(
                new Effect.Takes(type, path, fromText),
                event -> event.data().at(pointer),
                plain(path).equals(plain(field)));
    }

    private Candidate candidate(Effect effect, Function<FoldEvent, StateValue> written, boolean sameName) {
        Trail trail = nothing();
        int hits = 0;
        int stream = -1;
        int event = 0;
        int at = -1;
        StateValue value = Absent.ABSENT;
        for (int i = 0; i < targets.length; i++) {
            var checkpoint = history.checkpoints.get(i);
            if (checkpoint.stream() != stream) {
                stream = checkpoint.stream();
                event = 0;
                at = -1;
            }
            for (; event < checkpoint.events(); event++) {
                FoldEvent next = history.streams.get(stream).events().get(event);
                if (next.type().equals(effect.type()) && !History.isNothing(written.apply(next))) {
                    at = event;
                    value = written.apply(next);
                }
            }
            if (at >= 0) {
                trail.writtenAt[i] = at;
                trail.fits[i] = isSame(value, targets[i]);
                hits += trail.fits[i] ? 1 : 0;
            }
        }
        return new Candidate(effect, trail, hits, sameName);
    }

    /// `/ownerName`, `/owner_name` and `/details/OwnerName` are called alike.
    private static String plain(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    static boolean isSame(StateValue one, StateValue other) {
        if (History.isNothing(one) && History.isNothing(other)) {
            return true;
        }
        return one.equals(other)
                || (Numbers.read(one).isPresent() && Numbers.read(one).equals(Numbers.read(other)));
    }
}
