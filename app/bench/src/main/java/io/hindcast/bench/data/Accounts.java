package io.hindcast.bench.data;

import io.hindcast.sample.HistorySize;
import java.util.Set;

/// The accounts of the history, in memory: each in its own stream, or all their movements in one long one.
public record Accounts(StreamPages streams, StreamPages ledger) {
    /// The stream that holds all movements.
    public static final String LEDGER = "ledger-all";

    private static final Set<String> MOVEMENTS = Set.of(
            "MoneyDeposited",
            "TransferReceived",
            "InterestPaid",
            "CorrectionPosted",
            "MoneyWithdrawn",
            "TransferSent",
            "FeeCharged");

    public static Accounts generate(HistorySize size) {
        var streams = new StreamPages.Collector();
        var ledger = new StreamPages.Collector();
        long[] version = {0};
        Mended.generate(size, event -> {
            if (event.category().equals("account")) {
                streams.add(event.stream(), event.version(), event);
                if (MOVEMENTS.contains(event.type())) {
                    ledger.add(LEDGER, version[0]++, event);
                }
            }
        });
        return new Accounts(streams.build(), ledger.build());
    }
}
