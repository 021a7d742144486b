package io.hindcast.sample;

import java.time.Instant;
import java.time.LocalDate;

/// What every department of the bank works with.
record Office(Ledger ledger, Agenda agenda, Chance chance) {
    LocalDate today() {
        return BusinessCalendar.dateOf(ledger.now());
    }

    /// Enters work for a business day at least so many days from now.
    void inDays(int days, Runnable work) {
        var date = today().plusDays(days);
        if (!BusinessCalendar.isBusinessDay(date)) {
            date = BusinessCalendar.nextBusinessDay(date);
        }
        agenda.enter(BusinessCalendar.timeOfWork(date, chance.below(1_000_000)), work);
    }

    void inSeconds(int seconds, Runnable work) {
        Instant due = ledger.now().plusSeconds(seconds).plusMillis(chance.below(1_000));
        agenda.enter(due, work);
    }
}
