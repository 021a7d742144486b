package io.hindcast.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Sentence;
import io.hindcast.audit.report.Block.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Block RESULT = new Sentence("roll.ties", List.of());
    private static final Block FAILED = new Warning("roll.failed", List.of());
    private static final Block MARKS = new Sentence("marks.result", List.of());
    private static final Block GUESS = new Warning("guess", List.of());

    private final Report report = new Report(
            "rollforward",
            "account",
            false,
            List.of(
                    new Section("scope", List.of(new Facts(
                            "question",
                            true,
                            List.of(
                                    Fact.name("category", "account"),
                                    Fact.name("field", "/balance"),
                                    Fact.name("from", "2025-12-31"),
                                    Fact.name("to", "2026-03-31"),
                                    Fact.text("zone", "UTC"))))),
                    new Section("method", List.of(new Sentence("method.rollforward", List.of()))),
                    new Section("results", List.of(RESULT)),
                    new Section("findings", List.of(FAILED, new Sentence("findings.listed", List.of()))),
                    new Section("marks", List.of(MARKS, new Warning("mark.missing", List.of()))),
                    new Section("limitations", List.of(new Warning("hypothetical", List.of()), GUESS, new Sentence("limitations.always", List.of())))));

    @Test
    void what_is_appended_stands_before_the_words_that_are_explained() {
        var rules = new Block.Verbatim("rules", List.of("fold: account"));
        var appendix = new Section("appendix", List.of(new Block.Run(), new Block.Glossary()));
        var more = new Report("states", "", false, List.of(new Section("results", List.of(RESULT)), appendix)).withAppended(List.of(rules));

        assertThat(more.sections().getFirst().blocks()).containsExactly(RESULT);
        assertThat(more.sections().getLast().blocks()).containsExactly(new Block.Run(), rules, new Block.Glossary());
    }

    @Test
    void the_cover_says_of_which_field_and_period_it_is() {
        assertThat(report.asOf()).extracting(Fact::key).containsExactly("field", "from", "to");
    }

    @Test
    void the_summary_is_the_results_and_every_warning_that_does_not_stand_elsewhere_on_the_cover() {
        assertThat(report.summary()).containsExactly(RESULT, FAILED, MARKS, GUESS);
    }
}
