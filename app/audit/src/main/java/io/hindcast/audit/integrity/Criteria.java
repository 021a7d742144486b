package io.hindcast.audit.integrity;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What a person may choose about the checks; printed beside their results.
///
/// @param lateCommit how much earlier than an event before it in the order of the store an event may be recorded:
///     clocks of several writers differ, and transactions commit in another order than they began
/// @param lateDays how many days after the day on which it holds an event may be recorded
/// @param zone where days begin and end
public record Criteria(Duration lateCommit, int lateDays, ZoneId zone) {
    public static final Criteria USUAL = new Criteria(Duration.ofSeconds(10), 30, ZoneOffset.UTC);

    public Criteria {
        if (lateCommit.isNegative() || lateDays < 0) {
            throw new IllegalArgumentException("negative tolerance");
        }
    }
}
