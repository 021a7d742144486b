package io.hindcast.sample;

import io.hindcast.sample.PlantedDefect.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Plants each defect once, spread over the history, and notes where it went.
///
/// All of them leave the recorded state right: an application would have folded the same events to the same state.
final class Defects {
    private static final BigDecimal NINETEEN_DIGITS = new BigDecimal("12345678901234567.89");
    private static final long NEEDS_64_BITS = 9_007_199_254_740_993_123L;
    private static final BigDecimal CHARGEBACK = Amounts.cents(24_075);

    private final Office office;
    private final AccountBook book;
    private final Postings postings;
    private final DefectLog log;
    private final Deque<Plan> plans;

    /// @param from parts of a million of the history that lie before it
    private record Plan(int from, Runnable planting) {}

    Defects(
            Office office,
            AccountBook book,
            Postings postings,
            Payments payments,
            SnapshotSpoiler spoiler,
            DefectLog log) {
        this.office = office;
        this.book = book;
        this.postings = postings;
        this.log = log;
        this.plans = new ArrayDeque<>(List.of(
                new Plan(150_000, this::wideNumbers),
                new Plan(230_000, this::unknownType),
                new Plan(310_000, this::versionGap),
                new Plan(400_000, this::negativeBalance),
                new Plan(480_000, spoiler::arm),
                new Plan(560_000, this::duplicateVersion),
                new Plan(640_000, this::clockRegression),
                new Plan(720_000, this::duplicateId),
                new Plan(800_000, payments::cutNextClearing)));
    }

    /// Plants what is due; at most one a call.
    void plantWhatIsDue() {
        var next = plans.peek();
        if (next != null && office.ledger().progress() >= next.from()) {
            plans.remove();
            next.planting().run();
        }
    }

    private void wideNumbers() {
        var treasury = book.treasury();
        treasury.move(NINETEEN_DIGITS);
        var data = Postings.movement(treasury, NINETEEN_DIGITS)
                .put("text", "Reserve movement")
                .put("settlementId", NEEDS_64_BITS);
        record(treasury, "MoneyDeposited", data);
        log.add(Kind.WIDE_IDENTIFIER, treasury.journal, "settlementId is 9007199254740993123.");
        log.add(Kind.WIDE_AMOUNT, treasury.journal, "The amount is 12345678901234567.89.");
        postings.recorded(treasury);
    }

    private void unknownType() {
        var account = openAccount();
        var data = Json.object()
                .put("accountId", account.id)
                .put("legacyCode", "MIG-7")
                .put("flags", 3);
        record(account, "LegacyAccountTagged", data);
        log.add(Kind.UNKNOWN_TYPE, account.journal, "No fold rule knows the type LegacyAccountTagged.");
        postings.recorded(account);
    }

    private void versionGap() {
        var account = openAccount();
        account.journal.skipVersion();
        log.add(Kind.VERSION_GAP, account.journal, "No event has this version.");
        postings.deposit(account, Amounts.everyday(office.chance()), "Cash deposit", begins(account));
    }

    /// A chargeback that asks nobody, and the transfer from savings three days later.
    private void negativeBalance() {
        var account = openAccount();
        if (account.overdraftLimit.signum() > 0) {
            postings.changeOverdraft(account, Amounts.ZERO, begins(account));
        }
        var trace = begins(account);
        String cause =
                postings.withdraw(account, account.balance.max(Amounts.ZERO).add(CHARGEBACK), "Chargeback", trace);
        log.add(Kind.NEGATIVE_BALANCE, account.journal, "The balance is -240.75 until a deposit some days later.");
        office.inDays(3, () -> postings.deposit(account, Amounts.cents(150_000), "Cover", trace.causedBy(cause)));
    }

    private void duplicateVersion() {
        var account = openAccount();
        account.snapshotDue = Math.max(account.snapshotDue, account.journal.version() + 3);
        postings.deposit(account, Amounts.everyday(office.chance()), "Cash deposit", begins(account));
        account.journal.repeatVersion();
        postings.deposit(account, Amounts.everyday(office.chance()), "Card takings", begins(account));
        log.add(Kind.DUPLICATE_VERSION, account.journal, "Two deposits have this version.");
    }

    private void clockRegression() {
        var account = book.busiest();
        var amount = Amounts.everyday(office.chance());
        account.move(amount);
        var data = Postings.movement(account, amount).put("text", "Card takings");
        office.ledger().recordBefore(Duration.ofMinutes(13), account.journal, "MoneyDeposited", data, begins(account));
        log.add(Kind.CLOCK_REGRESSION, account.journal, "Recorded 13 minutes before the event in front of it.");
        postings.recorded(account);
    }

    private void duplicateId() {
        var account = openAccount();
        var amount = Amounts.everyday(office.chance());
        var trace = begins(account);
        account.move(amount);
        var data = Postings.movement(account, amount).put("text", "Refund");
        String id = office.ledger().record(account.journal, "MoneyDeposited", data, trace);
        account.move(amount);
        office.ledger().recordAgain(account.journal, id, "MoneyDeposited", data, trace);
        log.add(Kind.DUPLICATE_ID, account.journal, "The same deposit as one version before, with the same event id.");
        postings.recorded(account);
    }

    private void record(Account account, String type, Json data) {
        office.ledger().record(account.journal, type, data, begins(account));
    }

    /// Any customer's account that is open; with most of the history behind us there is one.
    private Account openAccount() {
        var account = book.any();
        while (!account.isOpen()) {
            account = book.any();
        }
        return account;
    }

    private Trace begins(Account account) {
        return People.begins(account.tenant, office.chance());
    }
}
