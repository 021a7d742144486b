package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlPayloadsTest {
    private final StandardPayloads payloads = new StandardPayloads();

    @Test
    void child_elements_are_fields_and_the_root_has_no_name() {
        var value = xml("<bank.Deposited>\n  <amount>1360.56</amount>\n  <memo></memo>\n</bank.Deposited>");

        assertThat(value).isEqualTo(Fields.of("amount", new Text("1360.56")).with("memo", new Text("")));
    }

    @Test
    void text_keeps_its_lines_and_entities() {
        assertThat(xml("<r><t>one\ntwo &lt;&amp;&#228;</t></r>").at(FieldPath.parse("/t")))
                .isEqualTo(new Text("one\ntwo <&ä"));
    }

    @Test
    void repeated_names_and_item_types_are_items() {
        assertThat(xml("<r><line>a</line><line>b</line><n>1</n></r>"))
                .isEqualTo(Fields.of("line", items("a", "b")).with("n", new Text("1")));
        assertThat(xml("<r><gaps><long>1506</long></gaps><none/></r>"))
                .isEqualTo(Fields.of("gaps", items("1506")).with("none", new Text("")));
        assertThat(xml("<r><all class=\"java.util.ArrayList\"><a.B><x>1</x></a.B><null/></all></r>")
                        .at(FieldPath.parse("/all")))
                .isEqualTo(new Items(List.of(Fields.of("x", new Text("1")), Null.NULL)));
    }

    @Test
    void names_are_unescaped_as_xstream_escapes_them() {
        assertThat(xml("<r><a__b>1</a__b><c_-d>2</c_-d><e___-f>3</e___-f></r>"))
                .isEqualTo(Fields.of("a_b", new Text("1"))
                        .with("c$d", new Text("2"))
                        .with("e_$f", new Text("3")));
    }

    @Test
    void attributes_are_kept() {
        assertThat(xml("<r v=\"2\"><a unit=\"EUR\">5</a></r>"))
                .isEqualTo(Fields.of("@v", new Text("2"))
                        .with("a", Fields.of("@unit", new Text("EUR")).with("#text", new Text("5"))));
    }

    @Test
    void a_map_of_entries_is_fields_by_key() {
        String text = "<meta-data>\n  <entry>\n    <string>userId</string>\n    <string>p.novakova</string>\n  </entry>"
                + "<entry><string>n</string><long>7</long></entry></meta-data>";

        assertThat(decode(text, Formats.AXON_METADATA))
                .isEqualTo(Fields.of("userId", new Text("p.novakova")).with("n", new Text("7")));
        assertThat(decode("<meta-data/>", Formats.AXON_METADATA)).isEqualTo(Fields.EMPTY);
        assertThat(decode("{\"userId\": \"x\"}", Formats.AXON_METADATA))
                .isEqualTo(Fields.of("userId", new Text("x")));
    }

    @Test
    void document_types_and_entities_are_refused() {
        assertThat(xml("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>"))
                .isInstanceOf(Opaque.class);
        assertThat(xml("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>")).isInstanceOf(Opaque.class);
        assertThat(xml("<r>&unknown;</r>")).isInstanceOf(Opaque.class);
    }

    @Test
    void broken_xml_says_where() {
        assertThat(((Opaque) xml("<r><a>1</b></r>")).reason()).startsWith("not XML (line 1");
        assertThat(xml("<r><a>1</a>")).isInstanceOf(Opaque.class);
    }

    @Test
    void deep_xml_is_read_to_the_bottom() {
        int depth = 10_000;
        StateValue value = xml("<a>".repeat(depth) + "end" + "</a>".repeat(depth));

        for (int i = 1; i < depth; i++) {
            value = ((Fields) value).field("a");
        }
        assertThat(value).isEqualTo(new Text("end"));
    }

    @Test
    void megabytes_of_xml_are_read() {
        StateValue value = xml("<r>" + "<line><amount>12.34</amount></line>".repeat(60_000) + "</r>");

        assertThat(((Items) ((Fields) value).field("line")).size()).isEqualTo(60_000);
    }

    @Test
    void many_threads_read_at_once() {
        List<StateValue> read = java.util.stream.IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> xml("<r><n>" + i + "</n></r>"))
                .toList();

        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(Fields.of("n", new Text(Integer.toString(i))));
        }
    }

    private StateValue xml(String text) {
        return decode(text, Formats.XML);
    }

    private StateValue decode(String text, String format) {
        return payloads.decode(ByteSlice.ofText(text), PayloadShape.of(format));
    }

    private static Items items(String... texts) {
        return new Items(List.<StateValue>copyOf(java.util.Arrays.stream(texts).map(Text::new).toList()));
    }
}
