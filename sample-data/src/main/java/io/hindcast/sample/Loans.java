package io.hindcast.sample;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Loans from the application to the last instalment; every instalment is also taken from the customer's account.
final class Loans {
    private final Office office;
    private final AccountBook book;
    private final Postings postings;
    private final Counter counter;
    private final Chance chance;
    private final List<Loan> active = new ArrayList<>();
    private int applied;

    Loans(Office office, AccountBook book, Postings postings, Counter counter) {
        this.office = office;
        this.book = book;
        this.postings = postings;
        this.counter = counter;
        this.chance = office.chance();
    }

    int applied() {
        return applied;
    }

    List<Loan> active() {
        return active;
    }

    void apply() {
        var loan = new Loan(++applied, book.any(), chance);
        var data = loan.named()
                .put("accountId", loan.account.id)
                .put("currency", loan.account.currency)
                .put("principal", loan.principal)
                .put("rate", loan.rate)
                .put("outstanding", loan.outstanding)
                .put("accruedInterest", loan.accruedInterest)
                .put("purpose", chance.percent(50) ? "Equipment" : "Bridging");
        String event = record(loan, "LoanApplied", data, staff(loan, ""));
        office.inDays(chance.between(1, 4), () -> approve(loan, event));
    }

    private void approve(Loan loan, String cause) {
        loan.plan(loan.principal, chance.between(6, 18), office.today());
        loan.status = "APPROVED";
        var data = loan.named().put("instalment", loan.instalment).put("schedule", loan.schedule);
        String event = record(loan, "LoanApproved", data, staff(loan, cause));
        office.inDays(chance.between(1, 3), () -> disburse(loan, event));
    }

    private void disburse(Loan loan, String cause) {
        if (!loan.account.isOpen()) {
            return;
        }
        loan.status = "ACTIVE";
        loan.outstanding = loan.outstanding.add(loan.principal);
        var trace = job(loan, cause);
        String event = record(loan, "LoanDisbursed", loan.named().put("amount", loan.principal), trace);
        postings.deposit(loan.account, loan.principal, "Loan " + loan.id, trace.causedBy(event));
        active.add(loan);
        office.inDays(30, () -> repay(loan));
    }

    private void repay(Loan loan) {
        if (!loan.isActive()) {
            return;
        }
        if (!loan.account.isOpen() || chance.percent(2)) {
            giveUpOrRestructure(loan);
            return;
        }
        var principal = loan.instalment.min(loan.outstanding);
        var interest = loan.accruedInterest.setScale(2, RoundingMode.DOWN);
        var amount = principal.add(interest);
        counter.fund(loan.account, amount);
        var trace = job(loan, "");
        String taken = postings.withdraw(loan.account, amount, "Instalment " + loan.id, trace);
        loan.outstanding = loan.outstanding.subtract(principal);
        loan.accruedInterest = loan.accruedInterest.subtract(interest);
        loan.repayments++;
        var data =
                loan.named().put("amount", amount).put("principal", principal).put("interest", interest);
        String event = record(loan, "RepaymentReceived", data, trace.causedBy(taken));
        if (loan.outstanding.signum() == 0) {
            finish(loan, "SETTLED", "LoanSettled", loan.named(), trace.causedBy(event));
        } else {
            office.inDays(30, () -> repay(loan));
        }
    }

    private void giveUpOrRestructure(Loan loan) {
        if (chance.percent(35)) {
            var data = loan.named().put("amount", loan.outstanding).put("reason", "Insolvency");
            loan.outstanding = loan.outstanding.subtract(loan.outstanding);
            finish(loan, "WRITTEN_OFF", "LoanWrittenOff", data, staff(loan, ""));
        } else {
            loan.plan(loan.outstanding, chance.between(8, 20), office.today());
            var data = loan.named().put("instalment", loan.instalment).put("schedule", loan.schedule);
            record(loan, "LoanRestructured", data, staff(loan, ""));
            office.inDays(35, () -> repay(loan));
        }
    }

    void accrueInterest(Loan loan, Trace trace) {
        var interest = loan.monthOfInterest();
        loan.accruedInterest = loan.accruedInterest.add(interest);
        var data = loan.named()
                .put("amount", interest)
                .put(
                        "effectiveDate",
                        office.today()
                                .withDayOfMonth(office.today().lengthOfMonth())
                                .toString());
        record(loan, "InterestAccrued", data, trace);
    }

    private void finish(Loan loan, String status, String type, Json data, Trace trace) {
        loan.status = status;
        active.remove(loan);
        record(loan, type, data, trace);
    }

    private String record(Loan loan, String type, Json data, Trace trace) {
        String id = office.ledger().record(loan.journal, type, data, trace.forTenant(loan.account.tenant));
        if (loan.journal.version() >= loan.snapshotDue) {
            loan.snapshotDue = loan.journal.version() + chance.between(6, 14);
            office.ledger().snapshot(loan.journal, loan.state());
        }
        return id;
    }

    private Trace staff(Loan loan, String cause) {
        var begun = People.begins(loan.account.tenant, chance);
        return new Trace(begun.user(), "branch", "", begun.tenant(), loan.correlationId, cause);
    }

    private Trace job(Loan loan, String cause) {
        return staff(loan, cause).by(People.STANDING_ORDERS);
    }
}
