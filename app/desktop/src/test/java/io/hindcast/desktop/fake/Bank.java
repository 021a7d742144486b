package io.hindcast.desktop.fake;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// A small bank whose history is the same every time: accounts, loans and invoices, with a version gap, a doubled
/// version and an unreadable body in the first account.
public final class Bank {
    public static final String ACCOUNT = "account-CH93-0001";
    private static final Instant START = Instant.parse("2025-01-06T08:15:04.120Z");
    private static final List<String> USERS = List.of("a.meier", "b.rossi", "c.dubois", "batch.night", "d.novak");
    private final Random random = new Random(20_26);
    private final List<FakeEvent> events = new ArrayList<>();
    private final List<StoredSnapshot> snapshots = new ArrayList<>();
    private long named;
    private int altered = -1;

    private Bank() {}

    public static FakeStore open() {
        return new Bank().filled();
    }

    /// The bank after somebody has put another amount into an event of the first account.
    ///
    /// @param event its place in the account, 0-based
    public static FakeStore tampered(int event) {
        var bank = new Bank();
        bank.altered = event;
        return bank.filled();
    }

    /// A bank with nothing in it.
    public static FakeStore empty() {
        return new FakeStore("empty.db", List.of(), List.of());
    }

    private FakeStore filled() {
        for (int i = 1; i <= 24; i++) {
            account("account-CH93-%04d".formatted(i), i == 1 ? 180 : 6 + random.nextInt(60), i == 1);
        }
        for (int i = 1; i <= 9; i++) {
            account("loan-L%03d".formatted(i), 5 + random.nextInt(30), false);
        }
        for (int i = 1; i <= 16; i++) {
            account("invoice-2025-%05d".formatted(i), 3 + random.nextInt(4), false);
        }
        events.sort(Comparator.comparing(it -> it.header().recordedAt().orElseThrow()));
        return new FakeStore("sample:ledger", numbered(), snapshots);
    }

    /// Positions count in the order of the store.
    private List<FakeEvent> numbered() {
        var numbered = new ArrayList<FakeEvent>();
        for (FakeEvent one : events) {
            Event old = one.header();
            var header = new Event(
                    old.stream(),
                    old.category(),
                    old.version(),
                    Optional.of(Position.of(numbered.size() + 1)),
                    old.id(),
                    old.type(),
                    old.recordedAt(),
                    old.data(),
                    old.metadata(),
                    old.trouble());
            numbered.add(new FakeEvent(header, one.data(), one.metadata(), one.after()));
        }
        return numbered;
    }

    private void account(String stream, int count, boolean planted) {
        String category = stream.substring(0, stream.indexOf('-'));
        Instant now = START.plus(Duration.ofMinutes(random.nextInt(60_000)));
        var balance = new BigDecimal("0.00");
        Fields state = Fields.EMPTY;
        long version = 0;
        for (int i = 0; i < count; i++) {
            var amount = BigDecimal.valueOf(random.nextInt(500_000), 2);
            boolean deposit = random.nextInt(5) > 1;
            String type = i == 0 ? "AccountOpened" : i % 17 == 9 ? "FeeCharged" : deposit ? "MoneyDeposited" : "MoneyWithdrawn";
            balance = i == 0 ? balance : deposit ? balance.add(amount) : balance.subtract(amount);
            Fields asRecorded = i == 0 ? opening(stream) : movement(amount, i);
            Fields data = planted && i == altered ? asRecorded.with("amount", Num.parse("0.01")) : asRecorded;
            boolean broken = planted && i == 121;
            StateValue body = broken ? new Opaque("not JSON: unexpected end at byte 37", 37, "{\"amount\": 812.40, \"curr") : data;
            if (!broken) {
                state = next(state, data, i, balance);
            }
            version += planted && i == 61 ? 4 : planted && i == 90 ? 0 : 1;
            now = now.plus(Duration.ofSeconds(600 + random.nextInt(i % 20 == 0 ? 2_000_000 : 160_000)));
            add(stream, category, version, type, now, body, state);
            if (planted && i % 40 == 39) {
                snapshots.add(new StoredSnapshot(stream, category, version, "AccountState", Optional.of(now),
                        ByteSlice.ofText(StateText.pretty(state)), "table snapshots, key " + stream, Optional.empty()));
            }
        }
    }

    private static Fields opening(String stream) {
        return Fields.EMPTY
                .with("accountId", new Text(stream))
                .with("owner", Fields.EMPTY.with("name", new Text("Anna Lindqvist")).with("country", new Text("CH")))
                .with("currency", new Text("CHF"))
                .with("limit", Num.parse("5000.00"));
    }

    private Fields movement(BigDecimal amount, int i) {
        return Fields.EMPTY
                .with("amount", Num.of(amount))
                .with("currency", new Text("CHF"))
                .with("effectiveDate", new Text("2025-%02d-%02d".formatted(1 + i % 12, 1 + i % 28)))
                .with("reference", new Text("RF" + (18_000_000_000L + random.nextInt(900_000_000))))
                .with("reversal", Bool.of(i % 23 == 5))
                .with("sequence", Num.parse("354479056724786" + (8_102 + i)));
    }

    private static Fields next(Fields state, Fields data, int i, BigDecimal balance) {
        if (i == 0) {
            return data.with("status", new Text("open"))
                    .with("balance", Num.of(balance))
                    .with("lastMovements", Items.EMPTY);
        }
        var last = (Items) state.field("lastMovements");
        var kept = new ArrayList<StateValue>(last.values());
        if (kept.size() == 4) {
            kept.removeFirst();
        }
        kept.add(Fields.EMPTY.with("amount", data.field("amount")).with("reference", data.field("reference")));
        Fields next = state.with("balance", Num.of(balance))
                .with("movements", Num.of(i))
                .with("lastMovements", new Items(kept));
        return balance.signum() < 0 ? next.with("overdrawnSince", data.field("effectiveDate")) : next.without("overdrawnSince");
    }

    private void add(
            String stream, String category, long version, String type, Instant at, StateValue body, StateValue after) {
        String call = "c-%08x".formatted(random.nextInt());
        var metadata = Fields.of(Map.of(
                "user", new Text(USERS.get(random.nextInt(USERS.size()))),
                "correlationId", new Text(type.equals("FeeCharged") ? "c-fees" : call)));
        var header = new Event(
                stream,
                category,
                OptionalLong.of(version),
                Optional.empty(),
                Optional.of("e-%06d".formatted(++named)),
                type,
                Optional.of(at),
                body instanceof Opaque broken
                        ? ByteSlice.ofText(broken.preview())
                        : ByteSlice.ofText(StateText.pretty(body)),
                ByteSlice.ofText(StateText.pretty(metadata)),
                Optional.empty());
        events.add(new FakeEvent(header, body, metadata, after));
    }
}
