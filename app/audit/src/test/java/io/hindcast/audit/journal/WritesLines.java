package io.hindcast.audit.journal;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import java.nio.file.Path;
import java.time.InstantSource;

/// A program of its own that writes into a journal: `WritesLines FILE WHO COUNT`.
final class WritesLines {
    private WritesLines() {}

    public static void main(String[] arguments) {
        var journal = new Journal(Path.of(arguments[0]), "ledger.db", InstantSource.system(), arguments[1]);
        for (int line = 0; line < Integer.parseInt(arguments[2]); line++) {
            journal.append("mark", Fields.of("n", Num.of(line)));
        }
    }
}
