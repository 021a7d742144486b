package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Table;
import io.hindcast.audit.verify.EventName;
import io.hindcast.audit.verify.Explanation;
import io.hindcast.audit.verify.HintText;
import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.Verification;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Snapshots against the replay as pieces of a report.
final class Verified {
    /// So many drifts have a number in the timeline.
    private static final int NUMBERED = 20;

    /// Files for machines have sentences in one language, whatever that of the pages.
    private static final HintText ENGLISH = HintText.in(Locale.ENGLISH);

    private final Verification verification;
    private final Map<VerifiedSnapshot, Integer> numbers = new LinkedHashMap<>();

    private Verified(Verification verification) {
        this.verification = verification;
        for (VerifiedSnapshot one : verification.snapshots()) {
            if (one.outcome() instanceof Outcome.Drifts && numbers.size() < NUMBERED) {
                numbers.put(one, numbers.size() + 1);
            }
        }
    }

    static Verified of(Gathering gathering) {
        return new Verified(Verification.of(
                gathering.store(), gathering.fold(), List.of(), 0, gathering.progress(), gathering.cancellation()));
    }

    Verification verification() {
        return verification;
    }

    Facts facts() {
        return new Facts(
                "summary",
                true,
                List.of(
                        Fact.count("snapshots", verification.snapshots().size()),
                        Fact.count("matches", verification.matches()),
                        Fact.count("drifts", verification.drifts()),
                        Fact.count("unverifiable", verification.unverifiable())));
    }

    Fields counts() {
        Fields counts = Fields.EMPTY;
        for (Fact fact : facts().facts()) {
            counts = counts.with(fact.key(), fact.value());
        }
        return counts;
    }

    Block sentence() {
        if (verification.snapshots().isEmpty()) {
            return Pieces.say("verify.none");
        }
        return Pieces.say(
                "verify.result",
                verification.snapshots().size(),
                verification.matches(),
                verification.drifts(),
                verification.unverifiable());
    }

    Table snapshots() {
        return Table.of(
                "snapshots",
                List.of(
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.kept("snapshotType", Kind.TEXT),
                        Column.of("recordedAt", Kind.TIME),
                        Column.of("outcome", Kind.WORD),
                        new Column("fields", Kind.COUNT, verification.drifts() > 0),
                        new Column("reason", Kind.SAID, verification.unverifiable() > 0),
                        Column.kept("place", Kind.TEXT)),
                verification.snapshots().stream().map(Verified::row).toList());
    }

    private static List<StateValue> row(VerifiedSnapshot one) {
        StateValue reason = one.outcome() instanceof Outcome.Unverifiable(String why) ? new Text(why) : Null.NULL;
        StateValue fields = one.outcome() instanceof Outcome.Drifts(List<Change> changes)
                ? Num.of(changes.size())
                : Null.NULL;
        return List.of(
                new Text(one.snapshot().stream()),
                Num.of(one.snapshot().version()),
                new Text(one.snapshot().type()),
                Pieces.time(one.snapshot().recordedAt()),
                new Text(word(one.outcome())),
                fields,
                reason,
                new Text(one.snapshot().place()));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Matches() -> "matches";
            case Outcome.Drifts _ -> "drifts";
            case Outcome.Unverifiable _ -> "unverifiable";
        };
    }

    /// @param numbered whether pages show the numbers of the timeline
    Table drifts(boolean numbered) {
        var rows = new ArrayList<List<StateValue>>();
        for (VerifiedSnapshot one : verification.snapshots()) {
            if (one.outcome() instanceof Outcome.Drifts(List<Change> changes)) {
                changes.forEach(change -> rows.add(drift(one, change)));
            }
        }
        return Table.of(
                "drifts",
                List.of(
                        new Column("number", Kind.ORDINAL, numbered),
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.of("path", Kind.NAME),
                        Column.of("snapshot", Kind.AMOUNT),
                        Column.of("replay", Kind.AMOUNT)),
                rows);
    }

    /// What most likely happened, drift by drift, as far as they were looked into.
    Table causes() {
        var rows = new ArrayList<List<StateValue>>();
        for (VerifiedSnapshot one : verification.snapshots()) {
            one.explanation().ifPresent(why -> rows.add(cause(one, why)));
        }
        return Table.of(
                "causes",
                List.of(
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.of("lastAgreeing", Kind.ORDINAL),
                        Column.of("between", Kind.COUNT),
                        Column.of("partsAt", Kind.TEXT),
                        Column.of("cause", Kind.WORD),
                        Column.kept("hint", Kind.TEXT)),
                rows);
    }

    private static List<StateValue> cause(VerifiedSnapshot one, Explanation why) {
        return List.of(
                new Text(one.snapshot().stream()),
                Num.of(one.snapshot().version()),
                Pieces.cell(why.lastAgreeing()),
                Num.of(why.between()),
                Pieces.cell(why.partsAt().map(EventName::text)),
                new Text("hint." + HintText.kind(why.hint())),
                new Text(ENGLISH.text(why.hint())));
    }

    private List<StateValue> drift(VerifiedSnapshot one, Change change) {
        return List.of(
                numbers.containsKey(one) ? Num.of(numbers.get(one)) : Null.NULL,
                new Text(one.snapshot().stream()),
                Num.of(one.snapshot().version()),
                new Text(change.path().toString()),
                Pieces.orNull(change.before()),
                Pieces.orNull(change.after()));
    }

    /// The events after which the numbered drifts were stored, by their places in the index.
    Map<Integer, Integer> numbered(HeaderIndex index) {
        var places = new LinkedHashMap<Integer, Integer>();
        numbers.forEach((one, number) -> {
            OptionalInt stream = index.streamNamed(one.snapshot().stream());
            if (stream.isPresent()) {
                for (int event : index.eventsOf(stream.getAsInt())) {
                    if (index.version(event) == one.snapshot().version()) {
                        places.put(event, number);
                    }
                }
            }
        });
        return places;
    }
}
