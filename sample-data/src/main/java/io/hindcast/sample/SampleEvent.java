package io.hindcast.sample;

import io.hindcast.event.ByteSlice;
import java.time.Instant;

/// One generated event, as it will stand in the store.
///
/// @param data JSON in UTF-8; cut off in the one planted unreadable event
/// @param metadata JSON in UTF-8: user, channel, correlation id and what else is known of the cause
public record SampleEvent(
        long position,
        String stream,
        String category,
        long version,
        String id,
        String type,
        Instant recordedAt,
        ByteSlice data,
        ByteSlice metadata) {}
