package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhpReaderTest {
    private static StateValue read(String text) {
        return PhpReader.read(ByteSlice.ofText(text));
    }

    @Test
    void an_object_is_its_properties_private_and_protected_ones_too() {
        var account =
                read("O:4:\"Bank\":3:{s:2:\"id\";s:3:\"Yı\";s:13:\"\0Bank\0balance\";d:12.50;s:8:\"\0*\0count\";i:-7;}");

        assertThat(account.at(FieldPath.parse("id"))).isEqualTo(new Text("Yı"));
        assertThat(account.at(FieldPath.parse("balance"))).isEqualTo(Num.parse("12.50"));
        assertThat(account.at(FieldPath.parse("count"))).isEqualTo(Num.of(-7));
    }

    @Test
    void an_array_counted_from_zero_is_a_list_and_any_other_has_names() {
        assertThat(read("a:2:{i:0;N;i:1;s:0:\"\";}")).isEqualTo(new Items(List.of(Null.NULL, new Text(""))));
        assertThat(read("a:1:{i:5;b:1;}").at(FieldPath.parse("5"))).isEqualTo(Bool.TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s:99:\"short\";", "a:1:{i:0;R:1;}", "i:1;i:2;", "O:4:\"Bank\":2:{s:1:\"a\";N;}", "i:x;", "s:-1:\"\";", "{}",
                "C:1:\"X\":0:{}"
            })
    void what_is_no_serialized_value_is_opaque(String text) {
        assertThat(read(text)).isInstanceOf(Opaque.class);
    }

    @Test
    void depth_is_bounded() {
        assertThat(read("a:1:{i:0;".repeat(2000) + "N;" + "}".repeat(2000))).isInstanceOf(Opaque.class);
    }
}
