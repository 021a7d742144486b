package io.hindcast.sample;

import java.util.List;

/// A believable history of a bank from July 2024 to December 2025: accounts, loans, invoices and payments.
///
/// Deterministic: equal sizes give byte-equal events and snapshots, on every machine. Events come in the order of
/// their positions and are not kept; memory grows with the accounts, which are bounded, and with open business.
public final class LedgerHistory {
    /// Goes up when the same size and seed no longer give the same history.
    public static final int GENERATOR_VERSION = 1;

    private LedgerHistory() {}

    /// Makes the history and gives what was planted in it, in the order of planting.
    public static List<PlantedDefect> generate(HistorySize size, HistorySink sink) {
        var bank = new Bank(size, sink);
        bank.run();
        return bank.log().planted();
    }
}
