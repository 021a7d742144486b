package io.hindcast.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Everything that is recorded of an account, one method an event type. Each gives the id of its event.
final class Postings {
    private final Office office;
    private final SnapshotSpoiler spoiler;

    Postings(Office office, SnapshotSpoiler spoiler) {
        this.office = office;
        this.spoiler = spoiler;
    }

    String open(Account account, Trace trace) {
        var data = Json.object()
                .put("accountId", account.id)
                .put("product", account.product)
                .put("currency", account.currency)
                .put("owner", account.owner())
                .put("openingBalance", Amounts.ZERO)
                .put("overdraftLimit", account.overdraftLimit)
                .put("openedOn", office.today().toString());
        return record(account, "AccountOpened", data, trace);
    }

    String deposit(Account account, BigDecimal amount, String text, Trace trace) {
        return move(account, amount, "MoneyDeposited", movement(account, amount).put("text", text), trace);
    }

    String withdraw(Account account, BigDecimal amount, String text, Trace trace) {
        var data = movement(account, amount).put("text", text);
        return move(account, amount.negate(), "MoneyWithdrawn", data, trace);
    }

    /// Both sides of a transfer under one correlation id; the receiving event is caused by the sending one.
    String transfer(Account from, Account to, BigDecimal amount, String reference, Trace trace) {
        var sent = movement(from, amount).put("to", to.id).put("reference", reference);
        String cause = move(from, amount.negate(), "TransferSent", sent, trace);
        var received = movement(to, amount).put("from", from.id).put("reference", reference);
        return move(to, amount, "TransferReceived", received, trace.causedBy(cause));
    }

    String fee(Account account, BigDecimal amount, LocalDate effective, Trace trace) {
        var data =
                movement(account, amount).put("text", "Account maintenance").put("effectiveDate", effective.toString());
        return move(account, amount.negate(), "FeeCharged", data, trace);
    }

    String interest(Account account, BigDecimal amount, BigDecimal rate, LocalDate effective, Trace trace) {
        var data = movement(account, amount).put("rate", rate).put("effectiveDate", effective.toString());
        return move(account, amount, "InterestPaid", data, trace);
    }

    /// @param signed what the balance changes by
    /// @param effective the day in the past on which the correction holds
    String correct(Account account, BigDecimal signed, LocalDate effective, String reason, Trace trace) {
        var data = movement(account, signed)
                .put("effectiveDate", effective.toString())
                .put("reason", reason);
        return move(account, signed, "CorrectionPosted", data, trace);
    }

    String freeze(Account account, String reason, Trace trace) {
        account.status = Account.Status.FROZEN;
        return record(account, "AccountFrozen", named(account).put("reason", reason), trace);
    }

    String unfreeze(Account account, Trace trace) {
        account.status = Account.Status.OPEN;
        return record(account, "AccountUnfrozen", named(account), trace);
    }

    String changeOwner(Account account, String name, Trace trace) {
        account.ownerName = name;
        account.ownerEmail = People.email(name, office.chance());
        return record(account, "OwnerDetailsChanged", named(account).put("owner", account.owner()), trace);
    }

    String changeOverdraft(Account account, BigDecimal limit, Trace trace) {
        var data = named(account).put("oldLimit", account.overdraftLimit).put("newLimit", limit);
        account.overdraftLimit = limit;
        return record(account, "OverdraftLimitChanged", data, trace);
    }

    String close(Account account, Trace trace) {
        account.status = Account.Status.CLOSED;
        return record(
                account,
                "AccountClosed",
                named(account).put("closedOn", office.today().toString()),
                trace);
    }

    /// Takes a snapshot when one is due; for those who record on an account's journal themselves.
    void recorded(Account account) {
        if (account.journal.version() >= account.snapshotDue) {
            account.snapshotDue = account.journal.version() + office.chance().between(20, 50);
            office.ledger().snapshot(account.journal, account.state(spoiler.shown(account)));
        }
    }

    static Json movement(Account account, BigDecimal amount) {
        return named(account).put("amount", amount).put("currency", account.currency);
    }

    private static Json named(Account account) {
        return Json.object().put("accountId", account.id);
    }

    private String move(Account account, BigDecimal signed, String type, Json data, Trace trace) {
        account.move(signed);
        return record(account, type, data, trace);
    }

    private String record(Account account, String type, Json data, Trace trace) {
        String id = office.ledger().record(account.journal, type, data, trace.forTenant(account.tenant));
        recorded(account);
        return id;
    }
}
