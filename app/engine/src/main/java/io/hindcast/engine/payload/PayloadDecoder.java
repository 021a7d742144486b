package io.hindcast.engine.payload;

import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;

/// Reads payload bytes as a value. Never fails: what cannot be read is an [io.hindcast.engine.state.Opaque] that says
/// why. Safe for many threads.
public interface PayloadDecoder {
    /// Empty bytes give [io.hindcast.engine.state.Absent]. The shape's root is resolved and its bookkeeping fields are
    /// left out.
    StateValue decode(ByteSlice bytes, PayloadShape shape);

    /// A way to look at payloads of one shape without decoding what nobody asks for. Reads the same as [#decode].
    default PayloadView view(PayloadShape shape) {
        return new PayloadView(this, shape, new JsonReader(new NameCache()), false);
    }
}
