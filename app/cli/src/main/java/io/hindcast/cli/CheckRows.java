package io.hindcast.cli;

import io.hindcast.audit.integrity.Check;
import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Coverage;
import io.hindcast.audit.integrity.Finding;
import io.hindcast.audit.integrity.IntegrityResult;
import io.hindcast.audit.integrity.Place;
import io.hindcast.audit.integrity.Standing;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.audit.mask.MaskedStatement;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Checks and findings as rows of an answer.
final class CheckRows {
    static final List<String> CHECK_COLUMNS = List.of("check", "severity", "standing", "findings", "about");
    static final List<String> FINDING_COLUMNS = List.of(
            "check", "severity", "stream", "version", "position", "eventId", "evidence", "category");

    private final Wording wording = Wording.in(Locale.ENGLISH);
    private final AnswerMask mask;

    /// @param mask for what evidence names besides the event that it is about
    CheckRows(AnswerMask mask) {
        this.mask = mask;
    }

    Fields finding(Finding finding) {
        Place place = finding.place();
        var row = new LinkedHashMap<String, StateValue>();
        row.put("check", new Text(finding.check().id()));
        row.put("severity", severity(finding.check()));
        row.put("stream", new Text(place.stream()));
        row.put("category", new Text(place.category()));
        row.put("version", EventRow.number(place.version()));
        row.put("position", EventRow.position(place.position()));
        row.put("eventId", EventRow.text(place.eventId()));
        row.put("evidence", new Text(wording.text(MaskedStatement.of(finding.evidence(), place.category(), mask))));
        return Fields.of(row);
    }

    /// One line of a table.
    Fields flat(CheckResult result) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("check", new Text(result.check().id()));
        row.put("severity", severity(result.check()));
        row.put("standing", new Text(standing(result)));
        row.put("findings", Num.of(result.total()));
        row.put(
                "about",
                result.standing() instanceof Standing.NotApplicable(var reason)
                        ? new Text(wording.text(reason))
                        : new Text(wording.title(result.check())));
        return Fields.of(row);
    }

    private Fields check(CheckResult result) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("check", new Text(result.check().id()));
        row.put("checkVersion", Num.of(result.check().version()));
        row.put("title", new Text(wording.title(result.check())));
        row.put("question", new Text(wording.question(result.check())));
        row.put("severity", severity(result.check()));
        row.put("standing", new Text(standing(result)));
        row.put("findings", Num.of(result.total()));
        row.put(
                "reason",
                result.standing() instanceof Standing.NotApplicable(var reason)
                        ? new Text(wording.text(reason))
                        : Null.NULL);
        row.put("advice", result.total() > 0 ? new Text(wording.advice(result.check())) : Null.NULL);
        return Fields.of(row);
    }

    private static String standing(CheckResult result) {
        return switch (result.standing()) {
            case Standing.Clean() -> "clean";
            case Standing.Found _ -> "found";
            case Standing.NotApplicable _ -> "not-applicable";
            case Standing.Stopped _ -> "stopped";
        };
    }

    private Text severity(Check check) {
        return new Text(wording.severity(check.severity()));
    }

    Fields before(IntegrityResult result, Fold fold) {
        var criteria = new LinkedHashMap<String, StateValue>();
        criteria.put("lateCommit", new Text(result.criteria().lateCommit().toString()));
        criteria.put("lateDays", Num.of(result.criteria().lateDays()));
        criteria.put("zone", new Text(result.criteria().zone().getId()));
        var horizon = new LinkedHashMap<String, StateValue>();
        horizon.put("events", Num.of(result.inventory().events()));
        horizon.put("streams", Num.of(result.inventory().streams()));
        horizon.put("position", EventRow.position(result.inventory().last()));
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("fold", new Text(fold.name()));
        fields.put("horizon", Fields.of(horizon));
        fields.put("criteria", Fields.of(criteria));
        return Fields.of(fields);
    }

    Fields after(IntegrityResult result, Set<Check> checks) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put(
                "checks",
                new Items(checks.stream()
                        .<StateValue>map(check -> check(result.of(check)))
                        .toList()));
        fields.put("coverage", coverage(result.coverage()));
        fields.put("complete", Bool.of(result.coverage().isComplete()));
        return Fields.of(fields);
    }

    private static Fields coverage(Coverage coverage) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("scanned", Num.of(coverage.scanned()));
        row.put("of", Num.of(coverage.events()));
        row.put("streams", Num.of(coverage.streams()));
        row.put("unreadable", Num.of(coverage.unreadable()));
        row.put("gone", Num.of(coverage.gone()));
        row.put("later", Num.of(coverage.later()));
        row.put(
                "notRead",
                new Items(coverage.skipped().stream()
                        .<StateValue>map(CheckRows::notRead)
                        .toList()));
        return Fields.of(row);
    }

    private static Fields notRead(SourceInfo.NotRead rows) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("what", new Text(rows.what()));
        row.put("rows", rows.rows() < 0 ? Null.NULL : Num.of(rows.rows()));
        row.put("why", new Text(rows.why()));
        return Fields.of(row);
    }
}
