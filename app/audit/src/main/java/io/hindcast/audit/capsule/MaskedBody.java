package io.hindcast.audit.capsule;

import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.util.Map;
import java.util.Optional;

/// Writes bodies anew without what masks hide: as JSON, with the digits of the store. Where that does not read back as the
/// masked value, in the shape that the store has, the body cannot be written anew.
///
/// A body that masks may mean is always written anew, even where nothing in it was masked: its bytes may hold what the
/// decoded value does not show, such as a name that stands twice.
record MaskedBody(PayloadDecoder decoder, Masking masking) {
    /// @param bytes absent where the body has to be withheld
    /// @param lostNumber whether a number was masked
    record Written(Optional<ByteSlice> bytes, boolean lostNumber) {}

    Written of(MaskScope scope, ByteSlice bytes, PayloadShape shape, MaskLog log) {
        if (bytes.isEmpty() || !masking.touches(scope)) {
            return new Written(Optional.of(bytes), false);
        }
        StateValue value = decoder.decode(bytes, shape);
        StateValue masked = masking.value(scope, value, log);
        var anew = ByteSlice.ofText(StateText.compact(rooted(masked, FieldPath.parse(shape.root()))));
        boolean same = decoder.decode(anew, shape).equals(masked);
        return new Written(same ? Optional.of(anew) : Optional.empty(), lostNumber(value, masked));
    }

    private static StateValue rooted(StateValue value, FieldPath root) {
        StateValue whole = value;
        for (String step : root.steps().reversed()) {
            whole = Fields.of(step, whole);
        }
        return whole;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean lostNumber(StateValue value, StateValue masked) {
        if (value == masked) {
            return false;
        }
        if (value instanceof Num) {
            return true;
        }
        if (value instanceof Fields before && masked instanceof Fields after) {
            for (Map.Entry<String, StateValue> entry : before.entries()) {
                if (lostNumber(entry.getValue(), after.field(entry.getKey()))) {
                    return true;
                }
            }
        }
        if (value instanceof Items before && masked instanceof Items after) {
            for (int i = 0; i < before.size(); i++) {
                if (lostNumber(before.values().get(i), after.values().get(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
