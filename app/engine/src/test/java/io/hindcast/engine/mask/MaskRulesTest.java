package io.hindcast.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import org.junit.jupiter.api.Test;

final class MaskRulesTest {
    private static Diagnostic wrong(String text) {
        MaskRules.Reading reading = MaskRules.read(text);
        assertThat(reading).as(text).isInstanceOf(MaskRules.Reading.Rejected.class);
        return ((MaskRules.Reading.Rejected) reading).errors().getFirst();
    }

    @Test
    void an_unknown_word_is_answered_with_its_place_and_the_nearest_one() {
        assertThat(wrong("masks:\n  - name: a\n    fields: owner\n"))
                .isEqualTo(new Diagnostic(3, 5, "there is no `fields` here", "did you mean `field`?"));
        assertThat(wrong("mask:\n  - name: a\n")).isEqualTo(new Diagnostic(1, 1, "there is no `mask` here", "did you mean `masks`?"));
        assertThat(wrong("masks:\n  - name: a\n    header: akteur\n").suggestion()).contains("actor");
        assertThat(wrong("masks:\n  - name: a\n    field: b\n    in: [date]\n").suggestion()).contains("data");
        assertThat(wrong("masks:\n  - name: a\n    field: b\n    as: nickname\n").line()).isEqualTo(4);
    }

    @Test
    void a_rule_without_name_or_target_says_so() {
        assertThat(wrong("masks:\n  - field: a\n").message()).contains("needs a name");
        assertThat(wrong("masks:\n  - name: a\n").message()).contains("does not say what it masks");
        assertThat(wrong("masks:\n  - name: a\n    field: b\n    path: /c\n").message()).contains("one target");
        assertThat(wrong("masks:\n  - name: a\n    field: b\n  - name: a\n    field: c\n").line()).isEqualTo(4);
    }

    @Test
    void a_bad_pattern_says_why_and_what_patterns_are() {
        assertThat(wrong("masks:\n  - name: a\n    pattern: '[a-'\n")).satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.column()).isEqualTo(14);
            assertThat(error.message()).contains("no pattern");
            assertThat(error.suggestion()).contains("RE2");
        });
        assertThat(wrong("masks:\n  - name: a\n    pattern: '(?=a)b'\n").message()).contains("no pattern");
        assertThat(wrong("masks:\n  - name: a\n    pattern: 'a*'\n").message()).contains("nothing");
        assertThat(wrong("masks:\n  - name: a\n    pattern: '((a{999}){999}){999}'\n").message()).contains("repeats too much");
    }

    @Test
    void what_is_no_list_of_rules_is_refused_with_its_place() {
        assertThat(wrong("").message()).contains("no masks");
        assertThat(wrong("masks: []\n").message()).contains("no masks");
        assertThat(wrong("masks: owner\n").message()).contains("a list of rules");
        assertThat(wrong("masks:\n  - owner\n").line()).isEqualTo(2);
        assertThat(wrong("masks: [\n").message()).contains("not YAML");
        assertThat(wrong("masks:\n  - name: a\n    field: [b]\n").message()).contains("one word");
        assertThat(wrong("masks:\n  - name: a\n    path: /\n").message()).contains("a path");
        assertThat(wrong("masks:\n  - name: a\n    field: b\n    keep: many\n").message()).contains("0 to 32");
        assertThat(wrong("masks:\n  - name: a\n    header: actor\n    in: data\n").message()).contains("leave `in` out");
    }
}
