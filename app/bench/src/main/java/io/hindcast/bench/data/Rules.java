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

    /// The account of the peers' history.
    private static final String PEER =
            """
            fold: account of the peers
            start: { balance: 0.00, movements: 0 }
            on:
              AccountOpened, OwnerChanged:
                set: { owner: /owner }
              MoneyDeposited:
                add: { balance: /amount, "totals/{/counterparty}": /amount }
                count: movements
              MoneyWithdrawn:
                subtract: { balance: /amount, "totals/{/counterparty}": /amount }
                count: movements
            """;

    private Rules() {}

    /// The rules that come with the sample.
    public static Fold sample(Path root) throws IOException {
        return compiled(Files.readString(root.resolve("sample-data/ledger.folds.yaml")));
    }

    public static Fold ledger() {
        return compiled(LEDGER);
    }

    public static Fold peer() {
        return compiled(PEER);
    }

    private static Fold compiled(String text) {
        return switch (new RulesLanguage().compile(FILE, text)) {
            case Compiled.Ready ready -> ready.fold();
            case Compiled.Rejected rejected -> throw new IllegalStateException("rules: " + rejected.errors());
        };
    }
}
