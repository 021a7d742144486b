package io.hindcast.bench.data;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// One long stream of movements on many accounts, made up page by page while it is read; the same each time.
///
/// @param events how many events it has
/// @param accounts how many accounts there are, each as likely as the others
public record OneStream(long seed, int events, int accounts) implements EventSource {
    public static final String NAME = "ledger-long";

    private static final int ROWS = 10_000;
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final String TEXT = ",\"currency\":\"CHF\",\"channel\":\"e-banking\",\"text\":\"Standing order, office rent and"
            + " heating, as agreed\",\"reference\":\"";

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "memory", "memory", "memory", List.of(), "", List.of(), List.of(), Set.of(), JSON, JSON, JSON, Map.of());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        var random = new SplittableRandom(seed);
        return new EventCursor() {
            private int next;

            @Override
            public Optional<EventPage> next() {
                if (next >= events) {
                    return Optional.empty();
                }
                var page = new EventPage.Builder(true, ROWS);
                for (int i = 0; i < ROWS && next < events; i++) {
                    row(page, next++, random);
                }
                return Optional.of(page.build(new Bookmark(Integer.toString(next))));
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private void row(EventPage.Builder page, int version, SplittableRandom random) {
        long cents = random.nextLong(1, 500_000);
        page.stream(NAME, "ledger");
        page.type(random.nextInt(5) < 3 ? "MoneyDeposited" : "MoneyWithdrawn");
        page.version(version);
        page.position(0, version);
        page.recordedAt(BEGIN.plusSeconds(version));
        page.data(("{\"accountId\":\"account-" + random.nextInt(accounts) + "\",\"amount\":" + cents / 100 + '.'
                        + cents / 10 % 10 + cents % 10 + TEXT + Long.toHexString(random.nextLong()) + "\"}")
                .getBytes(StandardCharsets.ISO_8859_1));
        page.endRow();
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
