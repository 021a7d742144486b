package io.hindcast.bench.data;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The fold rules that are measured.
public final class Rules {
    private static final String FILE = "bench.folds.yaml";

    /// A balance over all, and total and count for each account: a state of thousands of keys.
    private static final String LEDGER =
            """
            fold: ledger
            start: { balance: 0.00, movements: 0 }
            on:
              MoneyDeposited, TransferReceived, InterestPaid, CorrectionPosted:
                add: { balance: /amount, "accounts/{/accountId}/total": /amount }
                count: [movements, "accounts/{/accountId}/count"]
              MoneyWithdrawn, TransferSent, FeeCharged:
                subtract: { balance: /amount, "accounts/{/accountId}/total": /amount }
                count: [movements, "accounts/{/accountId}/count"]
            """;

    private Rules() {}

    /// The rules that come with the sample.
    public static Fold sample(Path root) throws IOException {
        return compiled(Files.readString(root.resolve("sample-data/ledger.folds.yaml")));
    }

    public static Fold ledger() {
        return compiled(LEDGER);
    }

    private static Fold compiled(String text) {
        return switch (new RulesLanguage().compile(FILE, text)) {
            case Compiled.Ready ready -> ready.fold();
            case Compiled.Rejected rejected -> throw new IllegalStateException("rules: " + rejected.errors());
        };
    }
}
