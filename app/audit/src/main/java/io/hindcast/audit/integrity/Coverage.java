package io.hindcast.audit.integrity;

import io.hindcast.connector.SourceInfo;
import java.util.List;

/// What was looked at: "scanned n of n".
///
/// @param scanned events whose bodies were read
/// @param events events of the inventory
/// @param streams streams of the inventory
/// @param unreadable events of which something could not be read; they are findings of [Check#UNREADABLE]
/// @param gone events of the inventory that were not there any more when their bodies were read
/// @param later events that came after the run began and were left out, as far as they were met
/// @param skipped rows of the store that are no events, each with the reason
/// @param isComplete false when the run was stopped
public record Coverage(
        long scanned,
        long events,
        long streams,
        long unreadable,
        long gone,
        long later,
        List<SourceInfo.NotRead> skipped,
        boolean isComplete) {
    public Coverage {
        skipped = List.copyOf(skipped);
    }
}
