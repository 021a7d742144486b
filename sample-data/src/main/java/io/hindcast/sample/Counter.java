package io.hindcast.sample;

import java.math.BigDecimal;
import java.util.List;

/// Everyday business of customers: what comes in and goes out, transfers, corrections and changes of details.
final class Counter {
    private static final List<String> INCOME = List.of("Salary", "Card takings", "Cash deposit", "Refund", "Rent");
    private static final List<String> EXPENSES =
            List.of("Cash machine", "Card payment", "Groceries", "Insurance", "Electricity", "Café \u2615");
    private static final List<String> REASONS =
            List.of("Posted to the wrong account", "Amount mistyped", "Fee refunded", "Value date corrected");

    private final Office office;
    private final AccountBook book;
    private final Postings postings;
    private final Chance chance;

    Counter(Office office, AccountBook book, Postings postings) {
        this.office = office;
        this.book = book;
        this.postings = postings;
        this.chance = office.chance();
    }

    void openAccount() {
        var account = book.add();
        var trace = People.begins(account.tenant, chance);
        String opened = postings.open(account, trace);
        postings.deposit(account, Amounts.large(chance), "First deposit", trace.causedBy(opened));
    }

    void serveSomebody() {
        int roll = chance.below(200);
        if (roll < 14) {
            collect();
        } else if (roll < 82) {
            deposit(book.any());
        } else if (roll < 146) {
            withdraw(book.any());
        } else if (roll < 180) {
            transfer(book.any());
        } else {
            attendTo(book.any(), roll);
        }
    }

    /// One deposit, whatever else could be done: for the last events of a history.
    void depositSomewhere() {
        deposit(book.any());
    }

    private void attendTo(Account account, int roll) {
        if (!account.isOpen()) {
            deposit(account);
        } else if (roll < 188) {
            correct(account);
        } else if (roll < 191) {
            postings.changeOwner(account, People.customer(chance), begins(account));
        } else if (roll < 194) {
            changeOverdraft(account);
        } else if (roll < 197) {
            freeze(account);
        } else if (roll < 199) {
            deposit(account);
        } else {
            close(account);
        }
    }

    private void collect() {
        var account = book.busiest();
        var payout = Amounts.large(chance);
        if (chance.percent(25) && account.canPay(payout)) {
            postings.withdraw(account, payout, "Payout to merchants", jobFor(account));
        } else {
            postings.deposit(account, Amounts.everyday(chance), "Card takings", jobFor(account));
        }
    }

    private void deposit(Account account) {
        String text = chance.of(INCOME);
        var amount = text.equals("Salary") ? Amounts.large(chance) : Amounts.everyday(chance);
        postings.deposit(account, amount, text, text.equals("Rent") ? jobFor(account) : begins(account));
    }

    private void withdraw(Account account) {
        var amount = Amounts.everyday(chance);
        if (account.canPay(amount)) {
            postings.withdraw(account, amount, chance.of(EXPENSES), begins(account));
        } else {
            deposit(account);
        }
    }

    private void transfer(Account from) {
        var amount = chance.percent(15) ? Amounts.large(chance) : Amounts.everyday(chance);
        var to = book.partnerOf(from);
        if (to.isPresent() && from.canPay(amount)) {
            String reference = "TRF-%08d".formatted(office.ledger().recorded());
            postings.transfer(from, to.get(), amount, reference, begins(from));
        } else {
            deposit(from);
        }
    }

    private void correct(Account account) {
        var amount = Amounts.everyday(chance);
        boolean down = chance.percent(50) && account.canPay(amount);
        var effective = office.today().minusDays(chance.between(2, 75));
        postings.correct(account, down ? amount.negate() : amount, effective, chance.of(REASONS), begins(account));
    }

    private void changeOverdraft(Account account) {
        var limit = Amounts.cents(50_000L * chance.between(0, 12));
        if (account.balance.add(limit).signum() >= 0) {
            postings.changeOverdraft(account, limit, begins(account));
        } else {
            deposit(account);
        }
    }

    private void freeze(Account account) {
        var trace = People.begins(People.FRAUD_WATCH, account.tenant, chance);
        String frozen = postings.freeze(account, "Unusual card use", trace);
        office.inDays(chance.between(1, 9), () -> {
            var review = People.begins(account.tenant, chance);
            var sameThread = new Trace(
                    review.user(), review.channel(), review.ip(), account.tenant, trace.correlationId(), frozen);
            postings.unfreeze(account, sameThread);
        });
    }

    private void close(Account account) {
        if (account.balance.signum() < 0 || book.all().indexOf(account) < 12) {
            deposit(account);
            return;
        }
        var trace = begins(account);
        if (account.balance.signum() > 0) {
            String paid = postings.withdraw(account, account.balance, "Closing balance", trace);
            trace = trace.causedBy(paid);
        }
        postings.close(account, trace);
        book.remove(account);
    }

    private Trace begins(Account account) {
        return People.begins(account.tenant, chance);
    }

    private Trace jobFor(Account account) {
        return People.begins(People.STANDING_ORDERS, account.tenant, chance);
    }

    /// Deposits enough that an account can pay an amount.
    void fund(Account account, BigDecimal amount) {
        if (!account.canPay(amount)) {
            postings.deposit(account, amount.add(Amounts.large(chance)), "Funding", begins(account));
        }
    }
}
