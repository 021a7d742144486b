package io.hindcast.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.util.Optional;

/// Rules and values written down as people do.
final class MaskTexts {
    static final MaskKey KEY = MaskKey.of("a key of some length").orElseThrow();

    private MaskTexts() {}

    static Masking masking(String yaml) {
        MaskRules.Reading reading = MaskRules.read(yaml);
        assertThat(reading).isInstanceOf(MaskRules.Reading.Ready.class);
        return Masking.of(((MaskRules.Reading.Ready) reading).rules(), Optional.of(KEY)).orElseThrow();
    }

    static StateValue json(String text) {
        return new StandardPayloads().decode(ByteSlice.ofText(text), PayloadShape.of(PayloadShape.Formats.JSON));
    }

    static String data(Masking masking, String json) {
        return StateText.compact(masking.value(MaskScope.data("account", "Opened"), json(json), new MaskLog()));
    }
}
