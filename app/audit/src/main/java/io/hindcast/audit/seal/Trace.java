package io.hindcast.audit.seal;

import io.hindcast.event.EventPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What a seal keeps of one event so that a later difference can be named: 40 bytes. Evidence is the hash of the whole
/// event; a trace only tells which part of it is not what it was.
///
/// @param version as in [EventPage]
/// @param position the position folded into 64 bits, 0 where there is none; the number itself where it has one part
/// @param micros recorded time in microseconds since 1970, or [EventPage#NO_TIME]
/// @param name the first 8 bytes of a hash over id and type
/// @param body the first 8 bytes of a hash over data and metadata
record Trace(long version, long position, long micros, long name, long body) {
    static final int BYTES = 5 * Long.BYTES;

    static Trace of(EventPage page, int row, CanonicalEvent text) {
        return new Trace(
                page.version(row),
                page.isPositioned() ? page.positionLow(row) ^ Long.reverse(page.positionHigh(row)) : 0,
                micros(page, row),
                start(Hash.of(
                        page.id(row).orElse("").getBytes(StandardCharsets.UTF_8),
                        new byte[1],
                        page.type(row).getBytes(StandardCharsets.UTF_8))),
                start(Hash.of(text.dataHash(), text.metadataHash())));
    }

    private static long micros(EventPage page, int row) {
        long second = page.recordedSecond(row);
        return second == EventPage.NO_TIME ? second : second * 1_000_000 + page.recordedNano(row) / 1_000;
    }

    private static long start(Hash hash) {
        return ByteBuffer.wrap(hash.bytes()).getLong();
    }

    /// Whether everything but the place in stream and store is the same.
    boolean saysTheSameAs(Trace other) {
        return micros == other.micros && name == other.name && body == other.body;
    }

    /// What an event is found by in its stream: its version, else its id and type.
    long identity() {
        return version == EventPage.NO_VERSION ? name : version;
    }

}
