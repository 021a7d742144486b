package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.propose.Proposal.Evidence;
import io.hindcast.engine.fold.propose.Proposal.Unexplained;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.work.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Infers fold rules from what an application stored: its events, and the snapshots that say what they came to.
///
/// A field is explained by the last value that some event put there, by the sum of numbers of events, or by a count of
/// events. Arithmetic is exact, and the same sample gives the same text. A snapshot that contradicts the rest is not
/// learned from; it comes out as unexplained. Rules that fit less than nine tenths of the snapshots (or miss more than
/// one, where there are few) are left out: then the fold says nothing about that field.
public final class RulesProposer {
    /// With fewer, one wrong snapshot among them cannot be told from a rule.
    static final int ENOUGH_SNAPSHOTS = 10;

    private static final int MOST_TOLD = 20;

    private static final String NOTHING = """
            # Proposed by Hindcast from no streams at all.
            fold: proposed fold
            on: {}
            otherwise: merge
            """;

    /// @param streams whole streams; a few hundred with a few thousand events are plenty
    public Proposal propose(List<SampledStream> streams, Cancellation cancellation) {
        var byCategory = new TreeMap<String, List<SampledStream>>();
        streams.forEach(stream -> byCategory
                .computeIfAbsent(stream.category(), _ -> new ArrayList<>())
                .add(stream));
        var evidence = new ArrayList<Evidence>();
        var documents = new ArrayList<String>();
        var said = new HashSet<String>();
        byCategory.forEach((category, sampled) -> {
            var names = namesIn(category);
            if (names.stream().noneMatch(said::contains)) {
                said.addAll(names);
                documents.add(document(new History(category, sampled), sampled, evidence, cancellation));
            }
        });
        String rules = documents.isEmpty() ? NOTHING : String.join("---\n", documents);
        Fold fold = compiled(rules);
        var unexplained = new ArrayList<Unexplained>();
        int snapshots = 0;
        for (SampledStream stream : streams) {
            snapshots += (int) stream.snapshots().stream()
                    .filter(snapshot -> snapshot.state() instanceof Fields)
                    .count();
            test(fold, stream, unexplained);
        }
        unexplained.sort(Comparator.comparing(Unexplained::stream).thenComparingLong(Unexplained::version));
        String told = rules + contradictions(unexplained);
        return new Proposal(told, compiled(told), evidence, snapshots, unexplained);
    }

    /// What rules make of a category's name: blanks around it do not count, and a comma parts two names. Of categories that
    /// they do not tell apart the first has its rules; the others are merged.
    private static List<String> namesIn(String category) {
        return Stream.of(category.split(",", -1)).map(String::strip).toList();
    }

    /// The snapshots that the rules do not explain, as comments: by name and fields, without what they hold.
    private static String contradictions(List<Unexplained> unexplained) {
        var text = new StringBuilder();
        unexplained.stream().limit(MOST_TOLD).forEach(one -> text.append(comment("not explained: %s v%d at %s%s"
                .formatted(
                        one.stream(),
                        one.version(),
                        one.changes().stream()
                                .map(change -> change.path().toString())
                                .collect(Collectors.joining(", ")),
                        stretch(one)))));
        if (unexplained.size() > MOST_TOLD) {
            text.append(comment("and %d more".formatted(unexplained.size() - MOST_TOLD)));
        }
        return text.toString();
    }

    /// The events that lie between the last snapshot that agreed and this one.
    private static String stretch(Unexplained one) {
        if (one.agreedAt() == Unexplained.NEVER) {
            return "; no earlier snapshot of this stream agrees";
        }
        return one.agreedAt() + 1 == one.version()
                ? "; v%d agrees, only %s@%d lies between them".formatted(one.agreedAt(), one.stream(), one.version())
                : "; v%d agrees, between them lie %s@%d to %s@%d"
                        .formatted(one.agreedAt(), one.stream(), one.agreedAt() + 1, one.stream(), one.version());
    }

    private static String comment(String line) {
        return "# " + RulesWriter.onOneLine(line) + "\n";
    }

    private static String document(
            History history, List<SampledStream> sampled, List<Evidence> evidence, Cancellation cancellation) {
        var models = new LinkedHashMap<String, FieldModel>();
        List<String> comments = preface(history);
        if (history.checkpoints.isEmpty()) {
            return RulesWriter.write(history, models, comments) + "otherwise: merge\n";
        }
        var told = new LinkedHashMap<String, String>();
        for (String field : history.fields()) {
            if (cancellation.isCancelled()) {
                comments.add("Stopped early: not all fields were looked at.");
                break;
            }
            Evidence learned = learn(history, field, models);
            evidence.add(learned);
            told.put(field, sentence(field, learned));
        }
        var events = new EventEvidence(models);
        Fold fold = compiled(RulesWriter.write(history, models, List.of()));
        sampled.stream()
                .sorted(Comparator.comparing(SampledStream::stream))
                .forEach(stream -> events.see(fold, stream));
        told.forEach((field, line) -> {
            comments.add(line);
            comments.addAll(events.lines(field));
        });
        return RulesWriter.write(history, models, comments);
    }

    /// What the reader is told of the sample before all rules.
    private static List<String> preface(History history) {
        var lines = new ArrayList<String>();
        int events = history.streams.stream()
                .mapToInt(stream -> stream.events().size())
                .sum();
        int snapshots = history.checkpoints.size();
        lines.add("Proposed by Hindcast from %d streams with %d events and %d snapshots. Read it before you rely on it."
                .formatted(history.streams.size(), events, snapshots));
        if (snapshots == 0) {
            lines.add("There are no snapshots to learn from: what events say is laid over what they said before.");
        } else if (snapshots < ENOUGH_SNAPSHOTS) {
            lines.add("Too few snapshots to be sure: rules that fit %d snapshots can be bent until a wrong one fits too."
                    .formatted(snapshots));
        }
        return lines;
    }

    /// Explains a field, and keeps its model where that explains enough.
    private static Evidence learn(History history, String field, Map<String, FieldModel> models) {
        FieldModel model = infer(history, field);
        int tested = history.checkpoints.size();
        boolean kept = isGoodEnough(model, tested);
        if (kept) {
            models.put(field, model);
        }
        return new Evidence(history.category, FieldPath.parse(field), model.how(), tested, model.explained(), kept);
    }

    private static String sentence(String field, Evidence learned) {
        return "%s: %s, %d of %d snapshots explained%s"
                .formatted(
                        field,
                        learned.how(),
                        learned.explained(),
                        learned.tested(),
                        learned.kept() ? "" : " (left out)");
    }

    private static FieldModel infer(History history, String field) {
        if (!RulesWriter.canWriteTo(field)) {
            return new FieldModel(List.of(), "not expressible", 0);
        }
        FieldModel written = sayable(new LastWriter(history, field).infer());
        return written.explained() == history.checkpoints.size()
                ? written
                : written.betterOf(sayable(new Sums(history, field).infer()));
    }

    /// A model that the rules cannot express explains nothing.
    private static FieldModel sayable(FieldModel model) {
        boolean sayable = model.effects().stream().allMatch(effect -> RulesWriter.canName(effect.type())
                && switch (effect) {
                    case Effect.Takes(_, var path, _) -> RulesWriter.canSay(path);
                    case Effect.Moves(_, var path, _, _) -> RulesWriter.canSay(path);
                    case Effect.Becomes _, Effect.Counts _ -> true;
                });
        return sayable ? model : new FieldModel(List.of(), "unexplained", 0);
    }

    private static boolean isGoodEnough(FieldModel model, int tested) {
        int missed = tested - model.explained();
        return model.explained() >= 2 && !model.effects().isEmpty() && missed <= Math.max(1, tested / 10);
    }

    private static Fold compiled(String rules) {
        return switch (new RulesLanguage().compile("proposed.folds.yaml", rules)) {
            case Compiled.Ready ready -> ready.fold();
            case Compiled.Rejected rejected ->
                throw new IllegalStateException("the proposed rules are no rules: " + rejected.errors());
        };
    }

    private static void test(Fold fold, SampledStream stream, List<Unexplained> unexplained) {
        var agreed = new long[] {Unexplained.NEVER};
        Replay.of(fold, stream, (snapshot, _, changes) -> {
            if (changes.isEmpty()) {
                agreed[0] = snapshot.version();
            } else {
                unexplained.add(new Unexplained(stream.stream(), snapshot.version(), agreed[0], changes));
            }
        });
    }
}
