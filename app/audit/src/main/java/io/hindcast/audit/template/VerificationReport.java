package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.Section;
import io.hindcast.audit.verify.Verification;
import io.hindcast.engine.state.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every stored snapshot against the replay at exactly the version it stands for.
final class VerificationReport {
    private final Gathering gathering;
    private final Verified verified;

    VerificationReport(Gathering gathering) {
        this.gathering = gathering;
        this.verified = Verified.of(gathering);
    }

    Gathered gather() {
        return new Gathered(
                report(),
                verified.counts(),
                Fields.EMPTY,
                verified.verification().isComplete(),
                verified.verification().drifts() > 0,
                List.of());
    }

    private Report report() {
        var sections = new CommonSections(gathering);
        return new Report(
                Template.VERIFY.id(),
                "",
                gathering.fold().isHypothetical(),
                List.of(
                        sections.objective(),
                        sections.scope(_ -> true),
                        sections.completeness(coverage()),
                        sections.method(List.of()),
                        new Section("results", List.of(verified.sentence(), new Listed(verified.snapshots()))),
                        new Section("findings", findings()),
                        new Section("timeline", timeline()),
                        sections.limitations(List.of()),
                        sections.conclusion(),
                        sections.appendix()));
    }

    private List<Block> coverage() {
        var blocks = new ArrayList<Block>();
        blocks.add(Pieces.say("coverage.snapshots", verified.verification().snapshots().size()));
        if (!verified.verification().isComplete()) {
            blocks.add(Pieces.warn("partial"));
        }
        blocks.add(verified.facts());
        return blocks;
    }

    private List<Block> findings() {
        Verification found = verified.verification();
        if (found.snapshots().isEmpty()) {
            return List.of(Pieces.say("verify.nothing"));
        }
        var blocks = new ArrayList<Block>();
        if (found.drifts() == 0) {
            blocks.add(Pieces.say("verify.clean"));
        } else {
            blocks.add(Pieces.warn("verify.drifts", found.drifts()));
            blocks.add(new Listed(verified.drifts(true)));
            blocks.add(new Listed(verified.causes()));
        }
        if (found.unverifiable() > 0) {
            blocks.add(Pieces.warn("verify.unverifiable", found.unverifiable()));
        }
        return blocks;
    }

    private List<Block> timeline() {
        var index = gathering.store().index();
        return Timelines.blocks(index, _ -> true, Optional.empty(), verified.numbered(index), "timeline.drifts");
    }
}
