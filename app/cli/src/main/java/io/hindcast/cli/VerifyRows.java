package io.hindcast.cli;

import io.hindcast.audit.verify.EventName;
import io.hindcast.audit.verify.Explanation;
import io.hindcast.audit.verify.HintText;
import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.Verification;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.cli.output.Document;
import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Rows;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Verified snapshots as an answer. A drift has its explanation beside the fields of the contract.
///
/// @param all whether a table lists what matches too
record VerifyRows(HintText hints, boolean all) {
    private static final List<String> COLUMNS = List.of(
            "stream", "version", "outcome", "path", "snapshot", "replay", "reason", "lastAgreeing", "partsAt", "hint");

    void print(Verification verification, Fold fold, StateValue next, Format format, Appendable out) {
        switch (format) {
            case JSON, NDJSON -> Document.print(document(verification, fold, next), format, out);
            case TABLE, CSV -> {
                try (var rows = Rows.in(format, COLUMNS, out)) {
                    verification.snapshots().forEach(one -> addRows(one, format, rows));
                }
            }
        }
    }

    private void addRows(VerifiedSnapshot one, Format format, Rows rows) {
        Map<String, StateValue> row = head(one);
        switch (one.outcome()) {
            case Outcome.Matches() -> {
                if (all || format == Format.CSV) {
                    rows.add(Fields.of(row));
                }
            }
            case Outcome.Drifts(List<Change> changes) -> {
                one.explanation().ifPresent(it -> {
                    row.put("lastAgreeing", EventRow.number(it.lastAgreeing()));
                    row.put("partsAt", EventRow.text(it.partsAt().map(EventName::text)));
                    row.put("hint", new Text(hints.text(it.hint())));
                });
                changes.forEach(change -> {
                    row.putAll(change(change));
                    rows.add(Fields.of(row));
                });
            }
            case Outcome.Unverifiable(String reason) -> {
                row.put("reason", new Text(reason));
                rows.add(Fields.of(row));
            }
        }
    }

    private Fields document(Verification verification, Fold fold, StateValue next) {
        var summary = new LinkedHashMap<String, StateValue>();
        summary.put("snapshots", Num.of(verification.snapshots().size()));
        summary.put("matches", Num.of(verification.matches()));
        summary.put("drifts", Num.of(verification.drifts()));
        summary.put("unverifiable", Num.of(verification.unverifiable()));
        var document = new LinkedHashMap<String, StateValue>();
        document.put("fold", new Text(fold.name()));
        document.put("summary", Fields.of(summary));
        document.put(
                "snapshots",
                new Items(verification.snapshots().stream()
                        .<StateValue>map(this::snapshot)
                        .toList()));
        document.put("complete", Bool.of(verification.isComplete()));
        document.put("resume", verification.isComplete() ? Null.NULL : next);
        return Fields.of(document);
    }

    private Fields snapshot(VerifiedSnapshot one) {
        Map<String, StateValue> row = head(one);
        switch (one.outcome()) {
            case Outcome.Matches() -> {
                row.put("changes", Items.EMPTY);
                row.put("reason", Null.NULL);
            }
            case Outcome.Drifts(List<Change> changes) -> {
                row.put(
                        "changes",
                        new Items(changes.stream()
                                .<StateValue>map(change -> Fields.of(change(change)))
                                .toList()));
                row.put("reason", Null.NULL);
                one.explanation().ifPresent(it -> explain(row, it));
            }
            case Outcome.Unverifiable(String reason) -> {
                row.put("changes", Items.EMPTY);
                row.put("reason", new Text(reason));
            }
        }
        return Fields.of(row);
    }

    private void explain(Map<String, StateValue> row, Explanation explanation) {
        row.put("lastAgreeing", EventRow.number(explanation.lastAgreeing()));
        row.put("eventsBetween", Num.of(explanation.between()));
        row.put("partsAt", explanation.partsAt().<StateValue>map(VerifyRows::event).orElse(Null.NULL));
        var hint = new LinkedHashMap<String, StateValue>();
        hint.put("kind", new Text(HintText.kind(explanation.hint())));
        hint.put("text", new Text(hints.text(explanation.hint())));
        row.put("hint", Fields.of(hint));
    }

    private static Fields event(EventName event) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("version", EventRow.number(event.version()));
        row.put("position", EventRow.position(event.position()));
        row.put("eventId", EventRow.text(event.id()));
        row.put("type", new Text(event.type()));
        return Fields.of(row);
    }

    private static Map<String, StateValue> head(VerifiedSnapshot one) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(one.snapshot().stream()));
        row.put("version", Num.of(one.snapshot().version()));
        row.put("outcome", new Text(switch (one.outcome()) {
            case Outcome.Matches() -> "matches";
            case Outcome.Drifts _ -> "drifts";
            case Outcome.Unverifiable _ -> "unverifiable";
        }));
        return row;
    }

    private static Map<String, StateValue> change(Change change) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("path", new Text(change.path().toString()));
        row.put("snapshot", change.before().isPresent() ? change.before() : Null.NULL);
        row.put("replay", change.after().isPresent() ? change.after() : Null.NULL);
        return row;
    }
}
