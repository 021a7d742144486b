package io.hindcast.connector.jdbc.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidBytesTest {
    /// Row 1 of a store that wolkenkit wrote: the event beside it says the id in plain text.
    private static final byte[] WRITTEN = HexFormat.of().parseHex("40eab53124230922a8586eee389dca49");

    @Test
    void the_groups_of_the_time_are_put_back() {
        assertThat(UuidBytes.text(WRITTEN, true)).isEqualTo("24230922-b531-40ea-a858-6eee389dca49");
        assertThat(UuidBytes.text(WRITTEN, false)).isEqualTo("40eab531-2423-0922-a858-6eee389dca49");
    }

    @Test
    void any_uuid_comes_back_from_its_bytes() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
            for (boolean reordered : new boolean[] {true, false}) {
                byte[] bytes =
                        HexFormat.of().parseHex(UuidBytes.hex(uuid, reordered).orElseThrow());
                assertThat(UuidBytes.text(bytes, reordered)).isEqualTo(uuid);
            }
        }
    }

    @Test
    void what_is_no_uuid_is_said_or_not_sought() {
        assertThat(UuidBytes.hex("24230922B53140EAA8586EEE389DCA49", true)).isEmpty();
        assertThat(UuidBytes.hex("", true)).isEmpty();
        assertThatThrownBy(() -> UuidBytes.text(new byte[15], true)).isInstanceOf(UnreadableValue.class);
    }
}
