package io.hindcast.engine.mask;

import static io.hindcast.engine.mask.MaskTexts.data;
import static io.hindcast.engine.mask.MaskTexts.masking;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sets of rules that hold together.
final class MaskUnionTest {
    private static final String OWNER = "masks:\n  - { name: owner, field: owner }\n";
    private static final String IBAN = "masks:\n  - { name: iban, pattern: 'DE[0-9]{4,20}', keep: 4 }\n";

    /// Pieces of rules, of which sets are made up.
    private static final List<String> RULES = List.of(
            "{ name: a, field: owner }",
            "{ name: a, field: owner, keep: 4 }",
            "{ name: b, field: owner, keep: 2, as: pseudonym }",
            "{ name: c, path: /owner, as: pseudonym }",
            "{ name: d, path: /deep/*, in: data }",
            "{ name: e, field: deep, keep: 3 }",
            "{ name: f, field: owner, types: Opened, keep: 1 }",
            "{ name: g, field: note, categories: account }",
            "{ name: h, pattern: '[0-9]{4,9}', keep: 2 }",
            "{ name: i, pattern: 'DE[0-9]{4,20}', keep: 4 }",
            "{ name: j, field: note, pattern: '[a-z]{3}' }",
            "{ name: k, header: actor, keep: 3 }",
            "{ name: l, header: actor, pattern: '[a-z]+\\.' }",
            "{ name: m, header: stream, pattern: '[0-9]{3}' }",
            "{ name: n, path: /user }");

    private static MaskRules rules(String yaml) {
        return masking(yaml).rules();
    }

    private static String set(Random random) {
        var rules = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            rules.add(RULES.get(random.nextInt(RULES.size())));
        }
        var named = new ArrayList<String>();
        rules.stream().distinct().forEach(rule -> named.add("  - " + rule.replaceFirst("name: (.)", "name: $1" + named.size()) + "\n"));
        return "masks:\n" + String.join("", named);
    }

    @Test
    void what_one_of_two_sets_hides_is_hidden_by_both() {
        Masking both = masking(OWNER).and(masking(IBAN));

        assertThat(data(both, "{\"owner\":\"Ann\",\"iban\":\"DE5750013220\"}"))
                .isEqualTo("{\"owner\":\"‹masked: owner›\",\"iban\":\"‹masked: iban›3220\"}");
    }

    @Test
    void the_text_of_both_reads_as_both() {
        MaskRules both = rules(OWNER).and(rules("%YAML 1.2\n---\n" + IBAN)).and(rules("\n# more\n---\nmasks:\n  - { name: owner, field: holder }\n"));

        assertThat(rules(both.text()).all().stream().map(MaskRule::targetWords)).containsExactly("field owner", "pattern", "field holder");
        assertThat(rules(both.text()).and(both).text()).isEqualTo(both.text());
    }

    @Test
    void a_set_that_adds_nothing_leaves_the_text_as_it_is() {
        MaskRules strict = rules(OWNER);

        assertThat(strict.and(rules(OWNER + "    # the same\n"))).isSameAs(strict);
        assertThat(strict.and(rules("masks:\n  - { name: mine, field: owner, keep: 4, types: Opened }\n"))).isSameAs(strict);
        assertThat(MaskRules.NONE.and(strict)).isSameAs(strict);
        assertThat(strict.and(MaskRules.NONE)).isSameAs(strict);
    }

    @Test
    void whether_rules_hide_all_of_others_is_denied_in_doubt() {
        assertThat(rules(OWNER).hideAllOf(rules("masks:\n  - { name: a, field: owner, as: pseudonym }\n"))).isTrue();
        assertThat(rules(OWNER).hideAllOf(rules(IBAN))).isFalse();
        assertThat(rules("masks:\n  - { name: a, field: owner, keep: 1 }\n").hideAllOf(rules(OWNER))).isFalse();
        assertThat(rules("masks:\n  - { name: a, field: owner, as: pseudonym }\n").hideAllOf(rules(OWNER))).isFalse();
        assertThat(rules("masks:\n  - { name: a, field: owner, types: Opened }\n").hideAllOf(rules(OWNER))).isFalse();
        assertThat(rules("masks:\n  - { name: a, field: owner, in: data }\n").hideAllOf(rules(OWNER))).isFalse();
        assertThat(rules("masks:\n  - { name: a, field: owner, pattern: x }\n").hideAllOf(rules(OWNER))).isFalse();
        assertThat(rules(OWNER).hideAllOf(MaskRules.NONE)).isTrue();
    }

    @Test
    void of_several_rules_for_a_value_the_strictest_stands() {
        String kept = "masks:\n  - { name: kept, field: owner, keep: 2 }\n";

        assertThat(data(masking(kept).and(masking(OWNER)), "{\"owner\":\"Annabel\"}")).isEqualTo("{\"owner\":\"‹masked: owner›\"}");
        assertThat(data(masking(OWNER).and(masking(kept)), "{\"owner\":\"Annabel\"}")).isEqualTo("{\"owner\":\"‹masked: owner›\"}");
    }

    @Test
    void no_characters_are_kept_of_what_another_rule_hides() {
        Masking both = masking("masks:\n  - { name: note, field: note, keep: 4 }\n").and(masking("masks:\n  - { name: pin, pattern: '[0-9]{5}' }\n"));

        assertThat(data(both, "{\"note\":\"my pin is 98765\"}")).isEqualTo("{\"note\":\"‹masked: note›\"}");
        assertThat(data(both, "{\"note\":\"my pin is secret\"}")).isEqualTo("{\"note\":\"‹masked: note›cret\"}");
    }

    @Test
    void an_actor_that_two_rules_mean_in_part_and_as_a_whole_is_hidden_as_a_whole() {
        var kept = Map.of(EventField.ACTOR, List.of(FieldLocation.metadata("/user")));
        Masking both = masking("masks:\n  - { name: dot, header: actor, pattern: '\\.' }\n")
                .and(masking("masks:\n  - { name: user, path: /user }\n"))
                .in(List.of(kept));

        assertThat(both.header(MaskPlace.ACTOR, "ann.clerk", new MaskLog())).doesNotContain("ann", "clerk");
    }

    @Test
    void in_a_workspace_rules_of_a_store_hold_behind_its_alias() {
        Masking masking = masking("masks:\n  - { name: a, field: owner, categories: account }\n  - { name: b, header: stream, pattern: '^acc.*' }\n");

        assertThat(masking.touches(MaskScope.data("bank:account", "Opened"))).isTrue();
        assertThat(masking.touches(MaskScope.data("bank:customer", "Opened"))).isFalse();
        assertThat(masking.header(MaskPlace.STREAM, "bank:account-17", new MaskLog())).isEqualTo("bank:‹masked: b›");
    }

    @Test
    void more_rules_never_show_more() {
        List<String> values = List.of("Anna Berger 12345", "DE12345678 abcd", "xyz", "a.b.12345678901");
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            Masking one = masking(set(random));
            Masking both = random.nextBoolean() ? one.and(masking(set(random))) : masking(set(random)).and(one);
            for (String value : values) {
                String body = "{\"owner\":\"%1$s\",\"note\":\"%1$s\",\"user\":\"%1$s\",\"deep\":{\"owner\":\"%1$s\",\"x\":\"%1$s\"}}".formatted(value);
                String alone = data(one, body);
                String together = data(both, body);

                assertThat(shown(together, value)).as("seed %d, %s%nof %s%nand %s", seed, both.rules().text(), alone, together)
                        .isSubsetOf(shown(alone, value));
                assertThat(pieces(both.header(MaskPlace.ACTOR, value, new MaskLog()), value))
                        .as("seed %d, actor", seed)
                        .isSubsetOf(pieces(one.header(MaskPlace.ACTOR, value, new MaskLog()), value));
            }
        }
    }

    /// Pieces of two characters of the value that a masked body still shows, field by field.
    private static List<String> shown(String body, String value) {
        var shown = new ArrayList<String>();
        for (String field : body.split("\",\"")) {
            int colon = field.indexOf("\":");
            if (colon > 0) {
                pieces(field.substring(colon), value).forEach(piece -> shown.add(field.substring(0, colon) + piece));
            }
        }
        return shown;
    }

    private static List<String> pieces(String text, String value) {
        String words = text.replaceAll("‹masked: [^›]*›", "¦");
        return Stream.iterate(0, i -> i + 2 <= value.length(), i -> i + 1)
                .map(i -> value.substring(i, i + 2))
                .filter(words::contains)
                .distinct()
                .collect(Collectors.toList());
    }
}
