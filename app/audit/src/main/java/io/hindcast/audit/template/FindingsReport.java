package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Checks;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.RowSpool;
import io.hindcast.audit.report.Section;
import io.hindcast.engine.state.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is wrong with a store, in one list: what the checks found, and the snapshots that drift.
final class FindingsReport {
    private final Gathering gathering;
    private final RowSpool findings;
    private final FindingRows rows = new FindingRows();

    FindingsReport(Gathering gathering) {
        this.gathering = gathering;
        this.findings = RowSpool.create(gathering.store().decoder());
    }

    Gathered gather() {
        try (var examined = Examined.of(gathering)) {
            Verified verified = Verified.of(gathering);
            examined.results().forEach(result -> rows.each(result, findings::add));
            Fields counts = examined.counts();
            for (var entry : verified.counts().entries()) {
                counts = counts.with(entry.getKey(), entry.getValue());
            }
            return new Gathered(
                    report(examined, verified),
                    counts,
                    Fields.EMPTY,
                    examined.isComplete() && verified.verification().isComplete(),
                    examined.defects() > 0 || verified.verification().drifts() > 0,
                    List.of(findings));
        }
    }

    private Report report(Examined examined, Verified verified) {
        var sections = new CommonSections(gathering);
        return new Report(
                Template.FINDINGS.id(),
                "",
                gathering.fold().isHypothetical(),
                List.of(
                        sections.objective(),
                        sections.scope(_ -> true),
                        sections.completeness(coverage(examined, verified)),
                        sections.method(List.of(examined.criteria())),
                        new Section("results", List.of(
                                examined.sentence(),
                                verified.sentence(),
                                new Listed(FindingRows.checks(examined.results())))),
                        new Section("findings", findings(examined, verified)),
                        new Section("timeline", timeline()),
                        sections.limitations(List.of()),
                        sections.conclusion(),
                        sections.appendix()));
    }

    private static List<Block> coverage(Examined examined, Verified verified) {
        var blocks = new ArrayList<>(examined.coverage());
        blocks.add(Pieces.say("coverage.snapshots", verified.verification().snapshots().size()));
        blocks.add(verified.facts());
        return blocks;
    }

    private List<Block> findings(Examined examined, Verified verified) {
        var blocks = new ArrayList<Block>();
        if (verified.verification().drifts() > 0) {
            blocks.add(Pieces.warn("verify.drifts", verified.verification().drifts()));
            blocks.add(new Listed(verified.drifts(false)));
            blocks.add(new Listed(verified.causes()));
        }
        if (findings.count() > 0) {
            blocks.add(Pieces.say("findings.listed"));
            blocks.add(new Listed(FindingRows.findings(findings)));
            blocks.add(Pieces.say("findings.advice"));
            blocks.add(new Checks(examined.thatFound()));
        }
        if (blocks.isEmpty()) {
            blocks.add(Pieces.say("findings.none"));
        }
        return blocks;
    }

    private List<Block> timeline() {
        var index = gathering.store().index();
        return Timelines.blocks(index, _ -> true, Optional.empty(), rows.numbered(), "timeline.defects");
    }
}
