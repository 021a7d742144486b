package io.hindcast.sample;

import java.time.LocalDate;

/// Runs the bank for eighteen months, day by day, until the history has exactly its length.
final class Bank {
    private static final int EVENTS_AN_ACCOUNT = 100;
    private static final int EVENTS_A_LOAN = 400;
    private static final int EVENTS_AN_INVOICE = 55;
    private static final int EVENTS_A_PAYMENT = 32;
    private static final int FIRST_ACCOUNTS = 12;

    private final HistorySize size;
    private final Ledger ledger;
    private final Agenda agenda = new Agenda();
    private final AccountBook book;
    private final Counter counter;
    private final Payments payments;
    private final Invoices invoices;
    private final Loans loans;
    private final MonthEnd monthEnd;
    private final Defects defects;
    private final DefectLog log = new DefectLog();

    Bank(HistorySize size, HistorySink sink) {
        var chance = new Chance(size.seed());
        this.size = size;
        this.ledger = new Ledger(size, sink, chance);
        this.book = new AccountBook(chance);
        var office = new Office(ledger, agenda, chance);
        var spoiler = new SnapshotSpoiler(log);
        var postings = new Postings(office, spoiler);
        this.counter = new Counter(office, book, postings);
        this.payments = new Payments(office, book, postings, log);
        this.invoices = new Invoices(office, book, payments, counter);
        this.loans = new Loans(office, book, postings, counter);
        this.monthEnd = new MonthEnd(office, book, loans, postings);
        this.defects = new Defects(office, book, postings, payments, spoiler, log);
    }

    void run() {
        var pace = new Pace(size);
        for (var date = BusinessCalendar.FIRST_DAY; !date.isAfter(BusinessCalendar.LAST_DAY); date = date.plusDays(1)) {
            long batches = MonthEnd.expected(date, book.opened(), loans.active().size());
            work(date, pace.budgetOf(date, ledger.recorded(), batches));
            if (BusinessCalendar.isLastBusinessDay(date)) {
                ledger.advanceTo(BusinessCalendar.batchTime(date));
                monthEnd.run();
            }
        }
        while (ledger.room() > 0) {
            counter.depositSomewhere();
        }
    }

    DefectLog log() {
        return log;
    }

    private void work(LocalDate date, long budget) {
        long begin = ledger.recorded();
        while (ledger.recorded() - begin < budget && ledger.hasRoom()) {
            int share = (int) ((ledger.recorded() - begin) * 1_000_000 / budget);
            var time = BusinessCalendar.timeOfWork(date, share);
            agenda.runUntil(time, ledger);
            ledger.advanceTo(time);
            if (ledger.hasRoom()) {
                somethingHappens();
            }
        }
        agenda.runUntil(BusinessCalendar.timeOfWork(date, 1_000_000), ledger);
    }

    private void somethingHappens() {
        defects.plantWhatIsDue();
        if (book.opened() < Math.min(wantedAccounts(), AccountBook.MOST)) {
            counter.openAccount();
        } else if (invoices.drafted() < share(EVENTS_AN_INVOICE)) {
            invoices.draft();
        } else if (payments.initiated() < share(EVENTS_A_PAYMENT)) {
            payments.initiateAny();
        } else if (loans.applied() < share(EVENTS_A_LOAN)) {
            loans.apply();
        } else {
            counter.serveSomebody();
        }
    }

    private long share(int eventsForOne) {
        return ledger.recorded() / eventsForOne;
    }

    /// Many accounts open early, few late: the curve 2p - p² over the progress p.
    private long wantedAccounts() {
        long progress = ledger.progress();
        long curve = (2 * progress - progress * progress / 1_000_000);
        return FIRST_ACCOUNTS + size.events() / EVENTS_AN_ACCOUNT * curve / 1_000_000;
    }
}
