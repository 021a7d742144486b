package io.hindcast.audit.template;

import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Coverage;
import io.hindcast.audit.integrity.Criteria;
import io.hindcast.audit.integrity.Integrity;
import io.hindcast.audit.integrity.IntegrityResult;
import io.hindcast.audit.integrity.Severity;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Fact;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;

/// The integrity of a store as pieces of a report.
final class Examined implements AutoCloseable {
    private final IntegrityResult result;

    private Examined(IntegrityResult result) {
        this.result = result;
    }

    static Examined of(Gathering gathering) {
        var criteria = new Criteria(
                Criteria.USUAL.lateCommit(),
                Criteria.USUAL.lateDays(),
                gathering.question().zone());
        return new Examined(new Integrity(criteria)
                .examine(gathering.store(), gathering.fold(), gathering.progress(), gathering.cancellation()));
    }

    List<CheckResult> results() {
        return result.results();
    }

    boolean isComplete() {
        return result.coverage().isComplete();
    }

    long defects() {
        return result.total(Severity.DEFECT);
    }

    long notes() {
        return result.total(Severity.NOTE);
    }

    /// Whether the disk was too full to keep all findings; their number is right all the same.
    boolean isCut() {
        return results().stream()
                .anyMatch(one -> one.findings().kept() < one.findings().size());
    }

    /// Identifiers of the checks that found something.
    List<String> thatFound() {
        return results().stream()
                .filter(one -> one.total() > 0)
                .map(one -> one.check().id())
                .toList();
    }

    /// The result in one sentence, a warning where there are defects.
    Block sentence() {
        return defects() > 0
                ? Pieces.warn("integrity.result", defects(), notes())
                : Pieces.say("integrity.result", defects(), notes());
    }

    List<Block> coverage() {
        Coverage coverage = result.coverage();
        var blocks = new ArrayList<Block>();
        blocks.add(Pieces.say("coverage.store", coverage.scanned(), coverage.events(), coverage.streams()));
        if (!coverage.isComplete()) {
            blocks.add(Pieces.warn("partial"));
        }
        if (isCut()) {
            blocks.add(Pieces.warn("findings.cut"));
        }
        blocks.add(new Facts("controlTotals", true, facts()));
        return blocks;
    }

    private List<Fact> facts() {
        Coverage coverage = result.coverage();
        return List.of(
                Fact.count("scanned", coverage.scanned()),
                Fact.count("eventsRead", coverage.events()),
                Fact.count("streams", coverage.streams()),
                Fact.count("unreadable", coverage.unreadable()),
                Fact.count("gone", coverage.gone()),
                Fact.count("defects", defects()),
                Fact.count("notes", notes()));
    }

    Facts criteria() {
        return new Facts(
                "criteria",
                true,
                List.of(
                        new Fact("lateCommit", Kind.SPAN, new Text(result.criteria().lateCommit().toString())),
                        Fact.count("lateDays", result.criteria().lateDays())));
    }

    Fields counts() {
        Fields counts = Fields.EMPTY;
        for (Fact fact : facts()) {
            counts = counts.with(fact.key(), fact.value());
        }
        for (CheckResult one : results()) {
            counts = counts.with(one.check().id(), Num.of(one.total()));
        }
        return counts;
    }

    @Override
    public void close() {
        result.close();
    }
}
