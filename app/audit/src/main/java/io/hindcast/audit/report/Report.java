package io.hindcast.audit.report;

import io.hindcast.audit.report.Block.Evidence;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a report says. Whoever made it closes what its rows lie in.
///
/// @param template which kind of report: `states`
/// @param subject what it is about, in the words of the store: a category, a stream
/// @param isHypothetical whether something was supposed that is not recorded: every page says so
/// @param sections in the order of reading
public record Report(String template, String subject, boolean isHypothetical, List<Section> sections) {
    private static final Set<String> AS_OF = Set.of("field", "from", "at", "to", "effective");
    private static final Set<String> RESULTS = Set.of("results", "findings");

    /// Sentences that only lead to what stands below them.
    private static final Set<String> ASIDE = Set.of("findings.advice", "findings.listed");

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

    /// What stands on the cover beside the subject: the field, the moment or period that was asked for.
    public List<Fact> asOf() {
        return facts().stream()
                .filter(group -> group.key().equals("question"))
                .flatMap(group -> group.facts().stream())
                .filter(fact -> AS_OF.contains(fact.key()))
                .toList();
    }

    /// The result in a few sentences, for the cover: what was found, and what a reader must not miss.
    public List<Block> summary() {
        return sections.stream()
                .filter(section -> !section.key().equals("marks"))
                .flatMap(section -> section.blocks().stream()
                        .filter(block -> block instanceof Block.Warning
                                || (block instanceof Block.Sentence && RESULTS.contains(section.key()))))
                .filter(block -> !(block instanceof Block.Sentence(String key, _) && ASIDE.contains(key)))
                .distinct()
                .toList();
    }

    private Stream<Block> blocks() {
        return sections.stream().flatMap(section -> section.blocks().stream());
    }
}
