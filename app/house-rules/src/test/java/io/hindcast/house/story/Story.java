package io.hindcast.house.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// The canonical history: accounts with openings, deposits, withdrawals and new names, snapshots of them, and one snapshot
/// that is wrong. Made from a seed, the same every time.
///
/// @param events in the order in which they happened, no two at the same instant; versions count from 1
/// @param snapshots of states after the event with that version
record Story(List<Happening> events, List<Kept> snapshots) {
    static final String CATEGORY = "account";
    static final String RULES =
            """
            fold: account
            effective: /effectiveDate
            start: { balance: 0 }
            on:
              AccountOpened: { set: { owner: /owner } }
              MoneyDeposited: { add: { balance: /amount } }
              MoneyWithdrawn: { subtract: { balance: /amount } }
              OwnerRenamed: { set: { owner: /owner } }
            """;

    private static final int STREAMS = 8;
    private static final int EVENTS = 240;
    private static final int EVENTS_A_SNAPSHOT = 7;
    private static final List<String> AMOUNTS = List.of(
            "0.10", "12.34", "3544790567247868102", "0.1234567890123456789", "1000000.005", "7", "99.99");
    private static final List<String> NAMES = List.of("Zoë 李", "O'Brien \"B\"", "back\\slash; comma, {brace}", "Ada");

    /// @param number from 1, over all streams
    record Happening(
            int number, String stream, long version, String type, Instant at, String id, String actor,
            String correlation, ObjectNode data) {}

    record Kept(String stream, long version, Instant at, ObjectNode state) {}

    static Story told(long seed) {
        return new Teller(new Random(seed)).tell();
    }

    /// Makes up what happens.
    private static final class Teller {
        private final Random random;
        private final List<Happening> events = new ArrayList<>();
        private final List<Kept> snapshots = new ArrayList<>();
        private final Map<String, BigDecimal> balances = new LinkedHashMap<>();
        private final Map<String, String> owners = new LinkedHashMap<>();
        private final Map<String, Long> versions = new LinkedHashMap<>();
        private Instant now = Instant.parse("2026-01-31T22:59:58.123Z");

        Teller(Random random) {
            this.random = random;
        }

        Story tell() {
            var streams = new ArrayList<String>();
            for (int i = 0; i < STREAMS; i++) {
                streams.add(uuid());
            }
            for (int i = 0; i < EVENTS; i++) {
                String stream = streams.get(i < STREAMS ? i : random.nextInt(STREAMS));
                happen(stream);
                if (versions.getOrDefault(stream, 0L) % EVENTS_A_SNAPSHOT == 0) {
                    keep(stream);
                }
            }
            spoil();
            return new Story(List.copyOf(events), List.copyOf(snapshots));
        }

        private void happen(String stream) {
            long version = versions.merge(stream, 1L, Long::sum);
            now = now.plusMillis(1 + random.nextInt(90_000_000));
            var data = JsonNodeFactory.instance.objectNode();
            int kind = version == 1 ? 0 : 1 + random.nextInt(9);
            String type = kind == 0
                    ? "AccountOpened"
                    : kind < 6 ? "MoneyDeposited" : kind < 9 ? "MoneyWithdrawn" : "OwnerRenamed";
            if (kind == 0 || kind == 9) {
                String owner = NAMES.get(random.nextInt(NAMES.size()));
                data.put("owner", owner);
                data.putNull("note");
                owners.put(stream, owner);
            } else {
                var amount = new BigDecimal(AMOUNTS.get(random.nextInt(AMOUNTS.size())));
                data.put("amount", amount);
                data.put("note", "posting " + version);
                balances.merge(stream, kind < 6 ? amount : amount.negate(), BigDecimal::add);
            }
            String id = uuid();
            events.add(new Happening(
                    events.size() + 1, stream, version, type, now, id, "clerk-" + random.nextInt(3), uuid(), data));
        }

        private void keep(String stream) {
            var state = JsonNodeFactory.instance.objectNode();
            state.put("balance", balances.getOrDefault(stream, BigDecimal.ZERO));
            state.put("owner", owners.getOrDefault(stream, ""));
            snapshots.add(new Kept(stream, versions.getOrDefault(stream, 0L), now, state));
        }

        /// One snapshot in the middle says a hundredth too much.
        private void spoil() {
            Kept wrong = snapshots.get(snapshots.size() / 2);
            var state = wrong.state().deepCopy();
            state.put("balance", state.get("balance").decimalValue().add(new BigDecimal("0.01")));
            snapshots.set(snapshots.indexOf(wrong), new Kept(wrong.stream(), wrong.version(), wrong.at(), state));
        }

        private String uuid() {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
    }
}
