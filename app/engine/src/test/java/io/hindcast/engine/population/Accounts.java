package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.history.MemorySource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Made-up histories of accounts with everything that can go wrong in them; the same seed gives the same history.
public final class Accounts {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> CURRENCIES = List.of("CHF", "EUR", "USD");

    private static final String RULES = """
            fold: account
            category: account
            effective: /on
            currency: currency
            start: { balance: 0.00 }
            on:
              Opened: { set: { currency: /currency, balance: /amount }, status: OPEN }
              Deposited: { add: { balance: /amount } }
              Withdrawn: { subtract: { balance: /amount } }
              Corrected: { set: { balance: /to } }
              Renamed: { set: { name: /name } }
              Converted: { set: { currency: /currency } }
              Spoiled: { set: { balance: 'n/a' } }
              Closed: { status: CLOSED }
            """;

    private Accounts() {}

    public static Fold fold() {
        return switch (new RulesLanguage().compile("folds.yaml", RULES)) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) -> throw new IllegalStateException(errors.toString());
        };
    }

    /// @param tidy whether versions and times go forwards only
    public static MemorySource history(long seed, int events, int streams, boolean tidy) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var source = new MemorySource();
        Map<String, Long> versions = new HashMap<>();
        for (int i = 0; i < events; i++) {
            String stream = (random.nextInt(5) == 0 ? "loan-" : "account-") + random.nextInt(streams);
            long version = versions.merge(stream, 1L, Long::sum) - 1;
            boolean odd = !tidy && random.nextInt(40) == 0;
            Instant at = START.plusSeconds(3_600L * i - (odd ? random.nextLong(200_000) : 0));
            if (!tidy && random.nextInt(60) == 0 && version > 2) {
                version -= 2;
            }
            event(source, stream, version, at, random);
        }
        return source;
    }

    private static void event(MemorySource source, String stream, long version, Instant at, RandomGenerator random) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(random.nextInt(3) == 0 ? random.nextInt(40) : 0);
        String amount = "%d.%02d".formatted(random.nextInt(1_000), random.nextInt(100));
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        int choice = version == 0 ? -1 : random.nextInt(30);
        String type = switch (choice) {
            case -1 -> "Opened";
            case 0, 1 -> "Corrected";
            case 2 -> "Renamed";
            case 3 -> "Converted";
            case 4 -> "Spoiled";
            case 5 -> "Closed";
            case 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> "Withdrawn";
            default -> "Deposited";
        };
        String body = "{\"amount\": %s, \"to\": %s, \"currency\": \"%s\", \"name\": \"Zoë\", \"on\": \"%s\"}"
                .formatted(amount, amount, currency, day);
        source.event(stream, version, type, at.toString(), choice == 20 ? body.substring(0, 20) : body);
    }
}
