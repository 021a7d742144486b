package io.hindcast.bench.peer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// The history of one busy account: opened, then money moved to and from two thousand counterparties, and now and then
/// another owner. The same for the same length and seed. For one thread.
final class PeerHistory {
    private static final int COUNTERPARTIES = 2_000;
    private static final int OWNER_EVERY = 5_000;
    private static final int MOST_CENTS = 1_000_000;
    private static final Instant BEGIN = Instant.parse("2024-01-01T08:00:00Z");

    private final int events;
    private final Random random;
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private BigDecimal balance = BigDecimal.ZERO;
    private long movements;
    private String owner = "";

    /// One event.
    ///
    /// @param version from 0
    /// @param data a JSON object, as is `metadata`
    record Row(int version, String type, String data, String metadata, String id, Instant time) {}

    PeerHistory(int events, long seed) {
        this.events = events;
        this.random = new Random(seed);
    }

    static String stream(int events) {
        return "account-" + events;
    }

    /// Hands out every event in order.
    ///
    /// @return the state they lead to, by plain Java
    String generate(Consumer<Row> sink) {
        for (int version = 0; version < events; version++) {
            Body body = version == 0 ? opened() : version % OWNER_EVERY == 0 ? ownerChanged(version) : moved();
            String metadata = "{\"userId\":\"teller-%d\",\"correlationId\":\"%016x\",\"channel\":\"counter\"}"
                    .formatted(random.nextInt(40), random.nextLong());
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            sink.accept(new Row(version, body.type(), body.data(), metadata, id, BEGIN.plusSeconds(60L * version)));
        }
        return Answer.of(balance, movements, owner, totals);
    }

    private record Body(String type, String data) {}

    private Body opened() {
        owner = "First Owner";
        return new Body(
                "AccountOpened",
                "{\"accountId\":\"%s\",\"owner\":\"%s\",\"currency\":\"CHF\"}".formatted(stream(events), owner));
    }

    private Body ownerChanged(int version) {
        owner = "Owner since " + version;
        return new Body(
                "OwnerChanged", "{\"accountId\":\"%s\",\"owner\":\"%s\"}".formatted(stream(events), owner));
    }

    private Body moved() {
        boolean in = random.nextInt(5) < 3;
        BigDecimal amount = BigDecimal.valueOf(1L + random.nextInt(MOST_CENTS), 2);
        String counterparty = "C%04d".formatted(random.nextInt(COUNTERPARTIES));
        BigDecimal signed = in ? amount : amount.negate();
        balance = balance.add(signed);
        totals.merge(counterparty, signed, BigDecimal::add);
        movements++;
        return new Body(
                in ? "MoneyDeposited" : "MoneyWithdrawn",
                """
                {"accountId":"%s","amount":%s,"counterparty":"%s","currency":"CHF",\
                "reference":"Payment %016x, as agreed","valueDate":"2025-%02d-%02d"}\
                """
                        .formatted(
                                stream(events),
                                amount.toPlainString(),
                                counterparty,
                                random.nextLong(),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28)));
    }
}
