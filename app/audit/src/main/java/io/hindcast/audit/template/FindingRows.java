package io.hindcast.audit.template;

import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Finding;
import io.hindcast.audit.integrity.FindingList;
import io.hindcast.audit.integrity.Severity;
import io.hindcast.audit.integrity.Standing;
import io.hindcast.audit.integrity.Statement;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Rows;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Checks and their findings as rows.
final class FindingRows {
    private static final int PAGE = 1_000;
    private static final int NUMBERED = 20;

    /// Files for machines have sentences in one language, whatever that of the pages.
    private static final Wording ENGLISH = Wording.in(Locale.ENGLISH);

    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

    static Table checks(List<CheckResult> results) {
        return Table.of(
                "checks",
                List.of(
                        Column.of("check", Kind.CHECK),
                        Column.of("severity", Kind.WORD),
                        Column.of("standing", Kind.WORD),
                        Column.of("found", Kind.COUNT),
                        Column.kept("ruleVersion", Kind.COUNT),
                        Column.kept("reason", Kind.TEXT),
                        Column.of("why", Kind.STATEMENT)),
                results.stream().map(FindingRows::check).toList());
    }

    private static List<StateValue> check(CheckResult result) {
        StateValue reason = Null.NULL;
        StateValue why = Null.NULL;
        if (result.standing() instanceof Standing.NotApplicable(Statement statement)) {
            reason = new Text(ENGLISH.text(statement));
            why = statement(statement);
        }
        return List.of(
                new Text(result.check().id()),
                new Text(lower(result.check().severity())),
                new Text(standing(result.standing())),
                Num.of(result.total()),
                Num.of(result.check().version()),
                reason,
                why);
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Clean() -> "clean";
            case Standing.Found _ -> "found";
            case Standing.NotApplicable _ -> "notApplicable";
            case Standing.Stopped _ -> "stopped";
        };
    }

    static Table findings(Rows rows) {
        return new Table(
                "findings",
                List.of(
                        Column.of("number", Kind.ORDINAL),
                        Column.of("check", Kind.CHECK),
                        Column.of("severity", Kind.WORD),
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.kept("position", Kind.ORDINAL),
                        Column.kept("eventId", Kind.NAME),
                        Column.kept("evidence", Kind.TEXT),
                        Column.of("seen", Kind.STATEMENT)),
                rows);
    }

    /// All findings of a check that can be read, page by page.
    void each(CheckResult result, Consumer<List<StateValue>> taker) {
        FindingList findings = result.findings();
        for (long at = 0; at < findings.kept(); at += PAGE) {
            findings.page(at, PAGE).forEach(finding -> taker.accept(finding(finding)));
        }
    }

    /// Defects have numbers in the timeline, the first of them.
    private StateValue number(Finding finding) {
        boolean counts = finding.check().severity() == Severity.DEFECT && finding.place().ordinal() >= 0;
        if (!counts || numbers.size() == NUMBERED) {
            return Null.NULL;
        }
        int next = numbers.size() + 1;
        return Num.of(numbers.computeIfAbsent(finding.place().ordinal(), _ -> next));
    }

    /// The numbers of events, by their places in the index.
    Map<Integer, Integer> numbered() {
        return Collections.unmodifiableMap(numbers);
    }

    private List<StateValue> finding(Finding finding) {
        return List.of(
                number(finding),
                new Text(finding.check().id()),
                new Text(lower(finding.check().severity())),
                new Text(finding.place().stream()),
                Pieces.cell(finding.place().version()),
                Pieces.position(finding.place().position()),
                Pieces.cell(finding.place().eventId()),
                new Text(ENGLISH.text(finding.evidence())),
                statement(finding.evidence()));
    }

    private static Fields statement(Statement statement) {
        return Fields.of("key", new Text(statement.key()))
                .with(
                        "values",
                        new Items(statement.values().stream().<StateValue>map(Text::new).toList()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
