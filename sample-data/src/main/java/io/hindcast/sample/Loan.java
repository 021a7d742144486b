package io.hindcast.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One loan as its application would hold it, its schedule included.
final class Loan {
    private static final BigDecimal MONTHS_AND_PERCENT = BigDecimal.valueOf(1_200);

    final Journal journal;
    final String id;
    final Account account;
    final BigDecimal principal;
    final BigDecimal rate;
    final String correlationId;
    List<Json> schedule = List.of();
    BigDecimal instalment = Amounts.ZERO;
    BigDecimal outstanding = Amounts.ZERO;
    BigDecimal accruedInterest = BigDecimal.valueOf(0, 4);
    String status = "APPLIED";
    long repayments;
    long snapshotDue;

    Loan(int number, Account account, Chance chance) {
        this.id = "loan-%06d".formatted(number);
        this.journal = new Journal(id, "loan");
        this.account = account;
        this.principal = Amounts.cents(100_000L * chance.between(2, 400));
        this.rate = BigDecimal.valueOf(chance.between(195, 890), 2);
        this.correlationId = chance.uuid();
        this.snapshotDue = chance.between(6, 14);
    }

    boolean isActive() {
        return status.equals("ACTIVE");
    }

    /// One month's interest on what is owed, to four decimals.
    BigDecimal monthOfInterest() {
        return outstanding.multiply(rate).divide(MONTHS_AND_PERCENT, 4, RoundingMode.HALF_EVEN);
    }

    void plan(BigDecimal owed, int months, LocalDate start) {
        instalment = owed.divide(BigDecimal.valueOf(months), 2, RoundingMode.UP);
        var items = new ArrayList<Json>();
        var left = owed;
        for (int number = 1; number <= months; number++) {
            var part = left.min(instalment);
            left = left.subtract(part);
            items.add(Json.object()
                    .put("no", number)
                    .put("dueDate", start.plusMonths(number).toString())
                    .put("principal", part)
                    .put("left", left));
        }
        schedule = List.copyOf(items);
    }

    Json named() {
        return Json.object().put("loanId", id);
    }

    Json state() {
        return named().put("accountId", account.id)
                .put("currency", account.currency)
                .put("principal", principal)
                .put("rate", rate)
                .put("outstanding", outstanding)
                .put("accruedInterest", accruedInterest)
                .put("repayments", repayments)
                .put("schedule", schedule)
                .put("status", status);
    }
}
