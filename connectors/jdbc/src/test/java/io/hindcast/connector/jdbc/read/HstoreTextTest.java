package io.hindcast.connector.jdbc.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.connector.jdbc.layout.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HstoreTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"a\"=>\"1\", \"b\"=>NULL                | {\"a\":\"1\",\"b\":null}",
                "\"a\"=>\"NULL\"                          | {\"a\":\"NULL\"}",
                "\"say \\\"x\\\"\"=>\"back\\\\slash, =>\" | {\"say \\\"x\\\"\":\"back\\\\slash, =>\"}",
                "\"amount\"=>\"0.1234567890123456789\"    | {\"amount\":\"0.1234567890123456789\"}",
                "\"e\"=>\"\"                              | {\"e\":\"\"}"
            })
    void pairs_become_a_json_object(String hstore, String json) {
        assertThat(HstoreText.json(HstoreText.pairs(hstore))).isEqualTo(json);
    }

    @Test
    void nothing_is_an_object_without_members() {
        assertThat(HstoreText.json(HstoreText.pairs(""))).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"a\"=>", "\"a\"=>\"1", "\"a\"=>\"1\" \"b\"=>NULL", "a=>1", "\"a\"=>\"1\\", "\"a\"=>null"})
    void what_is_cut_off_or_something_else_is_no_hstore(String text) {
        assertThatThrownBy(() -> HstoreText.pairs(text)).isInstanceOf(UnreadableValue.class);
    }

    @Test
    void a_member_takes_the_place_of_what_holds_it() {
        var key = List.<Step>of(new Step.HstoreMember("id"));
        var id = List.<Step>of(new Step.Member("/order/id"));

        assertThat(Steps.ofText("bank.account/\"x\"=>\"1\", \"id\"=>\"7\"", key)).isEqualTo("bank.account/7");
        assertThat(Steps.ofText("bank.account/\"x\"=>\"1\"", key)).isNull();
        assertThat(Steps.ofText("App.on(Placed)/{\"order\":{\"id\":12}}", id)).isEqualTo("App.on(Placed)/12");
        assertThat(Steps.ofText("App.on(Placed)/{}", id)).isNull();
    }
}
