package io.hindcast.audit.report;

import io.hindcast.audit.report.Block.Evidence;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import java.util.ArrayList;
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
    private static final String APPENDIX = "appendix";
    private static final Set<String> RESULTS = Set.of("results", "findings", "marks");

    /// Sentences that only lead to what stands below them, and the warning that every page has.
    private static final Set<String> ASIDE = Set.of("findings.advice", "findings.listed", "hypothetical");

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
                .flatMap(section -> section.blocks().stream().filter(block -> isSummary(section.key(), block)))
                .distinct()
                .toList();
    }

    /// Of marks only how many there are and hold: there may be a warning for each.
    private static boolean isSummary(String section, Block block) {
        return switch (block) {
            case Block.Sentence(String key, _) -> RESULTS.contains(section) && !ASIDE.contains(key);
            case Block.Warning(String key, _) -> !section.equals("marks") && !ASIDE.contains(key);
            case Block other -> false;
        };
    }

    /// The same with more in its appendix, before the words that are explained there.
    public Report withAppended(List<Block> more) {
        return new Report(
                template,
                subject,
                isHypothetical,
                sections.stream().map(section -> section.key().equals(APPENDIX) ? appended(section, more) : section).toList());
    }

    private static Section appended(Section section, List<Block> more) {
        var blocks = new ArrayList<>(section.blocks());
        int glossary = blocks.indexOf(new Block.Glossary());
        blocks.addAll(glossary < 0 ? blocks.size() : glossary, more);
        return new Section(section.key(), blocks);
    }

    private Stream<Block> blocks() {
        return sections.stream().flatMap(section -> section.blocks().stream());
    }
}
