package io.hindcast.audit.template;

import io.hindcast.audit.integrity.Check;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Checks;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.RowSpool;
import io.hindcast.audit.report.Section;
import io.hindcast.engine.state.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether the store hangs together: every check with its standing, and all findings.
final class IntegrityReport {
    private final Gathering gathering;
    private final RowSpool findings;
    private final FindingRows rows = new FindingRows();

    IntegrityReport(Gathering gathering) {
        this.gathering = gathering;
        this.findings = RowSpool.create(gathering.store().decoder());
    }

    Gathered gather() {
        try (var examined = Examined.of(gathering)) {
            examined.results().forEach(result -> rows.each(result, findings::add));
            return new Gathered(
                    report(examined),
                    examined.counts(),
                    Fields.EMPTY,
                    examined.isComplete(),
                    examined.defects() > 0,
                    List.of(findings));
        }
    }

    private Report report(Examined examined) {
        var sections = new CommonSections(gathering);
        List<String> all = Arrays.stream(Check.values()).map(Check::id).toList();
        return new Report(
                Template.INTEGRITY.id(),
                "",
                false,
                List.of(
                        sections.objective(),
                        sections.scope(_ -> true),
                        sections.completeness(examined.coverage()),
                        sections.method(List.of(new Checks(all), examined.criteria())),
                        new Section("results", List.of(
                                examined.sentence(),
                                new Listed(FindingRows.checks(examined.results())))),
                        new Section("findings", findings()),
                        new Section("timeline", timeline()),
                        sections.limitations(List.of()),
                        sections.conclusion(),
                        sections.appendix()));
    }

    private List<Block> findings() {
        return findings.count() == 0
                ? List.of(Pieces.say("findings.none"))
                : List.of(Pieces.say("findings.listed"), new Listed(FindingRows.findings(findings)));
    }

    private List<Block> timeline() {
        var index = gathering.store().index();
        return Timelines.blocks(index, _ -> true, Optional.empty(), rows.numbered(), "timeline.defects");
    }
}
