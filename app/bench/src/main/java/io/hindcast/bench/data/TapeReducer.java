package io.hindcast.bench.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.event.EventPage;
import java.math.BigDecimal;
import java.util.List;

/// The account as somebody would fold it who cares for nothing but speed: our tape, cents as longs while they fit.
public final class TapeReducer {
    private static final byte[] AMOUNT = "amount".getBytes(US_ASCII);
    private static final byte[] OPENING = "openingBalance".getBytes(US_ASCII);
    private static final byte[] OVERDRAFT = "overdraftLimit".getBytes(US_ASCII);
    private static final byte[] NEW_LIMIT = "newLimit".getBytes(US_ASCII);
    private static final byte[] CURRENCY = "currency".getBytes(US_ASCII);
    private static final byte[] OWNER = "owner".getBytes(US_ASCII);
    private static final byte[] NAME = "name".getBytes(US_ASCII);

    private final JsonTape tape;
    private long cents;
    private BigDecimal rest = BigDecimal.ZERO;
    private BigDecimal overdraftLimit = BigDecimal.ZERO;
    private long transactions;
    private String status = "";
    private String owner = "";
    private String currency = "";

    private TapeReducer(JsonTape tape) {
        this.tape = tape;
    }

    /// @param tape used again and again
    public static AccountState fold(List<EventPage> pages, JsonTape tape) {
        var reducer = new TapeReducer(tape);
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                tape.parse(page.data(row));
                reducer.apply(page.type(row));
            }
        }
        return reducer.state();
    }

    /// Only parses.
    public static long parse(List<EventPage> pages, JsonTape tape) {
        long sum = 0;
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                tape.parse(page.data(row));
                sum += tape.size();
            }
        }
        return sum;
    }

    private void apply(String type) {
        switch (type) {
            case "AccountOpened" -> {
                cents = 0;
                rest = tape.decimal(field(OPENING));
                overdraftLimit = tape.decimal(field(OVERDRAFT));
                currency = tape.text(field(CURRENCY));
                owner = tape.text(tape.field(field(OWNER), NAME));
                status = "OPEN";
            }
            case "MoneyDeposited", "TransferReceived", "InterestPaid", "CorrectionPosted" -> move(1);
            case "MoneyWithdrawn", "TransferSent", "FeeCharged" -> move(-1);
            case "OwnerDetailsChanged" -> owner = tape.text(tape.field(field(OWNER), NAME));
            case "OverdraftLimitChanged" -> overdraftLimit = tape.decimal(field(NEW_LIMIT));
            case "AccountFrozen" -> status = "FROZEN";
            case "AccountUnfrozen" -> status = "OPEN";
            case "AccountClosed" -> status = "CLOSED";
            default -> {
                // a type that does not concern the account
            }
        }
    }

    private void move(int sign) {
        int amount = field(AMOUNT);
        if (tape.isExact(amount) && tape.scale(amount) == 2) {
            cents = Math.addExact(cents, sign * tape.unscaled(amount));
        } else {
            rest = rest.add(tape.decimal(amount).multiply(BigDecimal.valueOf(sign)));
        }
        transactions++;
    }

    private int field(byte[] name) {
        return tape.field(tape.root(), name);
    }

    private AccountState state() {
        return new AccountState(
                AccountState.plain(rest.add(BigDecimal.valueOf(cents, 2))),
                Long.toString(transactions),
                status,
                owner,
                AccountState.plain(overdraftLimit),
                currency);
    }
}
