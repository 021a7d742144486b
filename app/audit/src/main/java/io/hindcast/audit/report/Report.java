package io.hindcast.audit.report;

import io.hindcast.audit.report.Block.Evidence;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import java.util.List;
import java.util.stream.Stream;

/// What a report says. Whoever made it closes what its rows lie in.
///
/// @param template which kind of report: `states`
/// @param subject what it is about, in the words of the store: a category, a stream
/// @param isHypothetical whether something was supposed that is not recorded: every page says so
/// @param sections in the order of reading
public record Report(String template, String subject, boolean isHypothetical, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /// The tables, in order: what CSV and JSON hold.
    public List<Table> tables() {
        return blocks().filter(Listed.class::isInstance)
                .map(block -> ((Listed) block).table())
                .toList();
    }

    /// The groups of facts that belong to the evidence.
    public List<Facts> facts() {
        return blocks().filter(Facts.class::isInstance)
                .map(Facts.class::cast)
                .filter(Facts::isEvidence)
                .toList();
    }

    public List<StateEvidence> evidence() {
        return blocks().filter(Evidence.class::isInstance)
                .map(block -> ((Evidence) block).evidence())
                .toList();
    }

    private Stream<Block> blocks() {
        return sections.stream().flatMap(section -> section.blocks().stream());
    }
}
