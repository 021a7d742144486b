package io.hindcast.sample;

import java.time.LocalDate;

/// Deals the events of a history out to its days, so that the wanted number is reached on the last evening.
final class Pace {
    private final HistorySize size;
    private long weightLeft;

    Pace(HistorySize size) {
        this.size = size;
        for (var date = BusinessCalendar.FIRST_DAY; !date.isAfter(BusinessCalendar.LAST_DAY); date = date.plusDays(1)) {
            weightLeft += BusinessCalendar.weight(date);
        }
    }

    /// Events for a day's work; ask once for each day, in order.
    ///
    /// @param recorded events there are already
    /// @param batches events kept back for the month-end batches still to come
    long budgetOf(LocalDate date, long recorded, long batches) {
        int weight = BusinessCalendar.weight(date);
        long open = Math.max(0, size.events() - recorded - batches);
        long budget = open * weight / weightLeft;
        weightLeft -= weight;
        return budget;
    }
}
