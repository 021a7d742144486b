package io.hindcast.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// The batch on the evening of a month's last business day: interest for all, fees at the end of a quarter.
final class MonthEnd {
    private static final BigDecimal RATE = BigDecimal.valueOf(125, 2);
    private static final BigDecimal MONTHS_AND_PERCENT = BigDecimal.valueOf(1_200);

    private final Office office;
    private final AccountBook book;
    private final Loans loans;
    private final Postings postings;

    MonthEnd(Office office, AccountBook book, Loans loans, Postings postings) {
        this.office = office;
        this.book = book;
        this.loans = loans;
        this.postings = postings;
    }

    /// Roughly how many events the batches from a day on will need, for planning.
    static long expected(LocalDate from, long accounts, long loans) {
        long events = 0;
        for (var month = from.withDayOfMonth(1);
                !month.isAfter(BusinessCalendar.LAST_DAY);
                month = month.plusMonths(1)) {
            events += loans + accounts * (BusinessCalendar.isQuarterEnd(month) ? 100 : 40) / 100;
        }
        return events;
    }

    void run() {
        var ledger = office.ledger();
        var date = office.today();
        var trace = People.begins(People.MONTH_END, "zurich", office.chance());
        for (var account : List.copyOf(book.all())) {
            if (ledger.hasRoom()) {
                close(account, date, trace);
            }
        }
        for (var loan : List.copyOf(loans.active())) {
            if (ledger.hasRoom()) {
                loans.accrueInterest(loan, trace);
            }
        }
    }

    private void close(Account account, LocalDate date, Trace trace) {
        var effective = date.withDayOfMonth(date.lengthOfMonth());
        var interest = account.balance.multiply(RATE).divide(MONTHS_AND_PERCENT, 2, RoundingMode.HALF_EVEN);
        if (account.product.equals("SAVINGS") && interest.signum() > 0) {
            postings.interest(account, interest, RATE, effective, trace);
        }
        if (account.product.equals("TREASURY") && interest.signum() > 0) {
            var exact = account.balance.multiply(RATE).divide(MONTHS_AND_PERCENT, 4, RoundingMode.HALF_EVEN);
            postings.interest(account, exact, RATE, effective, trace);
        }
        var fee = Amounts.cents(account.product.equals("CURRENT") ? 1_500 : 600);
        if (BusinessCalendar.isQuarterEnd(date) && account.canPay(fee)) {
            postings.fee(account, fee, effective, trace);
        }
    }
}
