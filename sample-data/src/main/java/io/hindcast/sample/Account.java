package io.hindcast.sample;

import java.math.BigDecimal;

/// One account as its application would hold it: the sum of what was recorded, kept exactly while recording.
final class Account {
    enum Status {
        OPEN,
        FROZEN,
        CLOSED
    }

    final Journal journal;
    final String id;
    final String product;
    final String currency;
    final String tenant;
    String ownerName;
    String ownerEmail;
    BigDecimal balance = Amounts.ZERO;
    BigDecimal overdraftLimit;
    Status status = Status.OPEN;
    long transactions;
    long snapshotDue;

    Account(int number, String product, String currency, String tenant, Chance chance) {
        this.id = "account-%06d".formatted(number);
        this.journal = new Journal(id, "account");
        this.product = product;
        this.currency = currency;
        this.tenant = tenant;
        this.ownerName = People.customer(chance);
        this.ownerEmail = People.email(ownerName, chance);
        this.overdraftLimit = product.equals("CURRENT") && chance.percent(40)
                ? Amounts.cents(50_000L * chance.between(1, 10))
                : Amounts.ZERO;
        this.snapshotDue = chance.between(20, 50);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    boolean canPay(BigDecimal amount) {
        return isOpen() && balance.add(overdraftLimit).compareTo(amount) >= 0;
    }

    void move(BigDecimal signed) {
        balance = balance.add(signed);
        transactions++;
    }

    Json owner() {
        return Json.object().put("name", ownerName).put("email", ownerEmail);
    }

    Json state() {
        return state(balance);
    }

    /// The state with another balance than the true one.
    Json state(BigDecimal shownBalance) {
        return Json.object()
                .put("accountId", id)
                .put("product", product)
                .put("currency", currency)
                .put("owner", owner())
                .put("balance", shownBalance)
                .put("overdraftLimit", overdraftLimit)
                .put("status", status.name())
                .put("transactionCount", transactions);
    }
}
