package io.hindcast.bench.data;

import io.hindcast.sample.HistorySize;

/// The accounts of the history, in memory, each in its own stream.
public record Accounts(StreamPages streams) {
    public static Accounts generate(HistorySize size) {
        var streams = new StreamPages.Collector();
        Mended.generate(size, event -> {
            if (event.category().equals("account")) {
                streams.add(event.stream(), event.version(), event);
            }
        });
        return new Accounts(streams.build());
    }
}
