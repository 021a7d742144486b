package io.hindcast.engine.mask;

import static io.hindcast.engine.mask.MaskTexts.data;
import static io.hindcast.engine.mask.MaskTexts.json;
import static io.hindcast.engine.mask.MaskTexts.masking;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.mask.MaskLog.Count;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MaskingTest {
    private static final MaskScope DATA = MaskScope.data("account", "Opened");
    private static final MaskScope STATE = MaskScope.state("account");
    private static final String OWNER = "masks:\n  - name: owner\n    field: owner\n";

    @Test
    void a_field_is_masked_at_any_depth_and_whatever_it_holds() {
        var masking = masking(OWNER);

        assertThat(data(masking, "{\"owner\":\"Ann\",\"a\":[{\"owner\":{\"first\":\"Bo\"}},{\"owner\":12.50},{\"owner\":true}]}"))
                .isEqualTo("{\"owner\":\"‹masked: owner›\",\"a\":[{\"owner\":\"‹masked: owner›\"},"
                        + "{\"owner\":\"‹masked: owner›\"},{\"owner\":\"‹masked: owner›\"}]}");
    }

    @Test
    void null_stays_null_and_what_is_not_there_stays_away() {
        var masking = masking(OWNER);
        var log = new MaskLog();

        assertThat(data(masking, "{\"owner\":null,\"b\":1}")).isEqualTo("{\"owner\":null,\"b\":1}");
        assertThat(masking.at(DATA, FieldPath.parse("/owner"), Absent.ABSENT, log)).isEqualTo(Absent.ABSENT);
        assertThat(masking.at(DATA, FieldPath.parse("/owner"), Null.NULL, log)).isEqualTo(Null.NULL);
        assertThat(log.isEmpty()).isTrue();
    }

    @Test
    void what_no_rule_means_is_the_very_same_object() {
        StateValue value = json("{\"a\":{\"b\":[1,2,{\"c\":\"d\"}]}}");

        assertThat(masking(OWNER).value(DATA, value, new MaskLog())).isSameAs(value);
    }

    @Test
    void a_path_is_met_from_the_root_with_stars_for_steps() {
        assertThat(data(masking("masks:\n  - name: n\n    path: /lines/*/name\n"), "{\"lines\":[{\"name\":1},{\"name\":2}],\"name\":3}"))
                .isEqualTo("{\"lines\":[{\"name\":\"‹masked: n›\"},{\"name\":\"‹masked: n›\"}],\"name\":3}");
        assertThat(data(masking("masks:\n  - name: n\n    path: /a/**/z\n"), "{\"a\":{\"z\":1,\"b\":{\"c\":{\"z\":2}}},\"z\":3}"))
                .isEqualTo("{\"a\":{\"z\":\"‹masked: n›\",\"b\":{\"c\":{\"z\":\"‹masked: n›\"}}},\"z\":3}");
    }

    @Test
    void a_leaf_below_a_masked_group_is_masked_too() {
        var masking = masking("masks:\n  - name: person\n    path: /customer\n");
        var path = FieldPath.parse("/customer/address/city");

        assertThat(masking.change(STATE, new Change(path, new Text("Bern"), new Text("Chur")), new MaskLog()))
                .isEqualTo(new Change(path, new Text("‹masked: person›"), new Text("‹masked: person›")));
    }

    @Test
    void types_narrow_events_but_not_states_and_an_unknown_type_is_masked() {
        var masking = masking("masks:\n  - name: n\n    field: name\n    types: [Customer*]\n    categories: account\n");
        StateValue value = json("{\"name\":\"Ann\"}");

        assertThat(masking.value(MaskScope.data("account", "Opened"), value, new MaskLog())).isSameAs(value);
        assertThat(masking.value(MaskScope.data("order", "CustomerNamed"), value, new MaskLog())).isSameAs(value);
        assertThat(masking.value(MaskScope.data("account", "com.acme.CustomerNamed"), value, new MaskLog())).isNotSameAs(value);
        assertThat(masking.value(MaskScope.data("", ""), value, new MaskLog())).isNotSameAs(value);
        assertThat(masking.value(STATE, value, new MaskLog())).isNotSameAs(value);
        assertThat(masking.value(MaskScope.state("order"), value, new MaskLog())).isSameAs(value);
    }

    @Test
    void a_rule_holds_only_where_it_says() {
        var masking = masking("masks:\n  - name: n\n    field: name\n    in: [data]\n");
        StateValue value = json("{\"name\":\"Ann\"}");

        assertThat(masking.value(STATE, value, new MaskLog())).isSameAs(value);
        assertThat(masking.value(MaskScope.metadata("account", "Opened"), value, new MaskLog())).isSameAs(value);
        assertThat(masking.value(DATA, value, new MaskLog())).isNotSameAs(value);
    }

    @Test
    void a_pattern_masks_its_part_of_texts_whole_numbers_and_names_of_fields() {
        var masking = masking("masks:\n  - name: iban\n    pattern: 'CH[0-9]{5,}'\n    keep: 4\n  - name: phone\n    pattern: '4179[0-9]{4,}'\n");

        assertThat(data(masking, "{\"t\":\"to CH930076201 and CH55555\",\"n\":41791234567,\"CH930076201\":{\"x\":1},\"CH110076201\":2}"))
                .isEqualTo("{\"t\":\"to ‹masked: iban›6201 and ‹masked: iban›\",\"n\":\"‹masked: phone›\","
                        + "\"‹masked: iban›6201\":{\"x\":1},\"‹masked: iban›6201 (2)\":2}");
        assertThat(masking.path(STATE, FieldPath.parse("/CH930076201/x"), new MaskLog()).toString())
                .isEqualTo("/‹masked: iban›6201/x");
        assertThat(masking.text("CH930076201 is odd", new MaskLog())).isEqualTo("‹masked: iban›6201 is odd");
        assertThat(masking.header(MaskPlace.STREAM, "account-CH930076201", new MaskLog()))
                .isEqualTo("account-‹masked: iban›6201");
    }

    @Test
    void where_two_patterns_meet_nothing_of_either_stays() {
        var masking = masking("masks:\n  - name: a\n    pattern: 'abc'\n    keep: 1\n  - name: b\n    pattern: 'bcd'\n    keep: 1\n");

        assertThat(masking.text("xabcdx", new MaskLog())).isEqualTo("x‹masked: a›x");
    }

    @Test
    void a_pattern_on_a_field_masks_part_of_that_field_alone() {
        var masking = masking("masks:\n  - name: local\n    field: mail\n    pattern: '[a-z.]+@'\n");

        assertThat(data(masking, "{\"mail\":{\"home\":\"ann@x.ch\"},\"other\":\"bo@x.ch\"}"))
                .isEqualTo("{\"mail\":{\"home\":\"‹masked: local›x.ch\"},\"other\":\"bo@x.ch\"}");
    }

    @Test
    void never_more_is_kept_than_is_hidden() {
        var masking = masking("masks:\n  - name: n\n    field: n\n    keep: 4\n");

        assertThat(data(masking, "{\"n\":\"1234567\"}")).isEqualTo("{\"n\":\"‹masked: n›\"}");
        assertThat(data(masking, "{\"n\":\"12345678\"}")).isEqualTo("{\"n\":\"‹masked: n›5678\"}");
    }

    @Test
    void headers_are_masked_by_their_kind() {
        var masking = masking("masks:\n  - name: person\n    header: actor\n  - name: key\n    header: stream\n    pattern: '-.*'\n");

        assertThat(masking.header(MaskPlace.ACTOR, "ann", new MaskLog())).isEqualTo("‹masked: person›");
        assertThat(masking.header(MaskPlace.STREAM, "account-7", new MaskLog())).isEqualTo("account‹masked: key›");
        assertThat(masking.header(MaskPlace.CORRELATION, "ann-1", new MaskLog())).isEqualTo("ann-1");
    }

    @Test
    void pseudonyms_are_equal_for_equal_values_of_a_rule_and_key() {
        var masking = masking("masks:\n  - name: n\n    field: n\n    as: pseudonym\n  - name: m\n    field: m\n    as: pseudonym\n");
        String all = data(masking, "{\"a\":{\"n\":1.50},\"b\":{\"n\":1.5},\"c\":{\"n\":\"1.5\"},\"d\":{\"n\":2},\"e\":{\"m\":1.5}}");
        StateValue shown = json(all);

        assertThat(shown.at(FieldPath.parse("/a/n"))).isEqualTo(shown.at(FieldPath.parse("/b/n"))).isEqualTo(shown.at(FieldPath.parse("/c/n")));
        assertThat(shown.at(FieldPath.parse("/a/n"))).isNotEqualTo(shown.at(FieldPath.parse("/d/n"))).isNotEqualTo(shown.at(FieldPath.parse("/e/m")));
        assertThat(all).containsPattern("‹masked: n [0-9a-f]{16}›");
    }

    @Test
    void pseudonyms_need_a_key_that_is_long_enough() {
        var rules = masking("masks:\n  - name: n\n    field: n\n    as: pseudonym\n").rules();

        assertThat(Masking.of(rules, Optional.empty())).isEmpty();
        assertThat(MaskKey.of("too short")).isEmpty();
    }

    @Test
    void first_bytes_of_what_could_not_be_read_are_hidden_where_a_rule_may_mean_them() {
        var masking = masking(OWNER);
        var unread = new Opaque("not JSON", 12, "{\"owner\":\"Ann");

        assertThat(masking.value(DATA, unread, new MaskLog())).isEqualTo(new Opaque("not JSON", 12, "‹masked: owner›"));
    }

    @Test
    void what_lies_too_deep_to_look_at_is_masked_whole() {
        StateValue deep = json("{\"a\":".repeat(3_000) + "{\"owner\":\"Ann\"}" + "}".repeat(3_000));

        assertThat(StateText.compact(masking(OWNER).value(DATA, deep, new MaskLog()))).doesNotContain("Ann").contains("‹masked: owner›");
    }

    @Test
    void a_hostile_pattern_takes_time_in_proportion_to_the_text() {
        var masking = masking("masks:\n  - name: n\n    pattern: '(a|a)*(a|aa)+$|(|a){30}b'\n");
        String text = "a".repeat(20_000) + "!";

        assertThat(masking.text(text, new MaskLog())).isEqualTo(text);
    }

    @Test
    void masking_twice_is_masking_once_and_a_false_label_hides_nothing() {
        var masking = masking("masks:\n  - name: n\n    field: n\n    as: pseudonym\n    keep: 2\n");
        String once = data(masking, "{\"n\":\"secret word\"}");

        assertThat(data(masking, once)).isEqualTo(once).contains("›rd");
        assertThat(data(masking, "{\"n\":\"‹masked: n›secret\"}")).doesNotContain("secret");
        assertThat(data(masking, "{\"n\":\"‹masked: n its secret›\"}")).doesNotContain("its");
    }

    @Test
    void an_actor_is_masked_in_the_body_that_keeps_it_too() {
        var masking = masking("masks:\n  - name: who\n    header: actor\n")
                .in(List.of(Map.of(EventField.ACTOR, List.of(FieldLocation.metadata("/user")))));
        StateValue body = json("{\"user\":\"ann\"}");

        assertThat(masking.value(MaskScope.metadata("a", "t"), body, new MaskLog())).isEqualTo(json("{\"user\":\"‹masked: who›\"}"));
        assertThat(masking.value(DATA, body, new MaskLog())).isSameAs(body);
    }

    @Test
    void the_log_counts_by_rule_and_place_and_holds_no_value() {
        var masking = masking(OWNER + "  - name: person\n    header: actor\n");
        var log = new MaskLog();
        masking.value(DATA, json("{\"owner\":1,\"b\":{\"owner\":2}}"), log);
        masking.value(STATE, json("{\"owner\":1}"), log);
        masking.header(MaskPlace.ACTOR, "ann", log);

        assertThat(log.counts())
                .containsExactly(
                        new Count("owner", MaskPlace.DATA, 2),
                        new Count("owner", MaskPlace.STATE, 1),
                        new Count("person", MaskPlace.ACTOR, 1));
        assertThat(log.total()).isEqualTo(4);
    }
}
