package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Bodies as the real systems wrote them, taken out of the dumps as raw bytes.
class RealPayloadsTest {
    private static final Pattern BYTES = Pattern.compile("\\\\x([0-9a-f]{8,})");

    private final StandardPayloads payloads = new StandardPayloads();

    @Test
    void every_body_of_an_xstream_store_is_read() throws IOException {
        List<StateValue> values = all("axon4-jpa-postgresql", Formats.SNIFFED);

        assertThat(values).hasSizeGreaterThan(3_000);
        assertThat(values).noneMatch(Opaque.class::isInstance);
        assertThat(values).anySatisfy(value -> assertThat(field(value, "branch")).isEqualTo(new Text("Gdańsk")));
        assertThat(values).anySatisfy(value -> assertThat(field(value, "amount")).isEqualTo(new Text("-10.00")));
    }

    @Test
    void every_metadata_map_of_axon_is_fields_by_key() throws IOException {
        List<StateValue> maps = all("axon4-jpa-postgresql", Formats.AXON_METADATA).stream()
                .filter(value -> field(value, "userId").isPresent())
                .toList();

        assertThat(maps).hasSizeGreaterThan(1_400);
        assertThat(maps).allSatisfy(map -> assertThat(((Fields) map).names()).contains("traceId", "correlationId"));
    }

    @Test
    void every_state_of_the_python_library_is_unwrapped() throws IOException {
        List<StateValue> values = all("pyeventsourcing-postgresql", Formats.PYTHON_TRANSCODED);

        assertThat(values).hasSizeGreaterThan(1_400);
        assertThat(values).noneMatch(Opaque.class::isInstance);
        assertThat(values).noneMatch(value -> value.toString().contains("_type_"));
        assertThat(values).anySatisfy(value -> assertThat(field(value, "amount")).isInstanceOf(Num.class));
    }

    private List<StateValue> all(String store, String format) throws IOException {
        var values = new ArrayList<StateValue>();
        Path dump = Path.of(System.getProperty("hindcast.root"), "sample-data/real", store, "dump.sql.gz");
        try (var in = new GZIPInputStream(Files.newInputStream(dump))) {
            var found = BYTES.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                byte[] bytes = HexFormat.of().parseHex(found.group(1));
                values.add(payloads.decode(ByteSlice.of(bytes), PayloadShape.of(format)));
            }
        }
        return values;
    }

    private static StateValue field(StateValue value, String name) {
        return value.at(io.hindcast.engine.state.FieldPath.ROOT.child(name));
    }
}
