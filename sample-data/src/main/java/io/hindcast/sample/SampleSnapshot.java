package io.hindcast.sample;

import io.hindcast.event.ByteSlice;
import java.time.Instant;

/// The state an application stored of a stream, after and including the event of that version.
public record SampleSnapshot(String stream, long version, Instant recordedAt, ByteSlice state) {}
