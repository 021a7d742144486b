package io.hindcast.cli;

import io.hindcast.audit.mark.Checked;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkCheck;
import io.hindcast.audit.mark.Marks;
import io.hindcast.audit.mark.Standing;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hindcast marks verify STORE`: exit code 1 when something is no longer what marks stand beside.
@Command(
        name = "verify",
        description = "Lists the marks whose event, stream or store is no longer what it was; exit code 1 if there are any, or the journal was altered.",
        mixinStandardHelpOptions = true)
final class MarksVerify implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    MarksVerify(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var opened = options.open(house, store);
                var interruption = new Interruption(terminal)) {
            Marks marks = opened.marks();
            List<Mark> all = marks.now().all();
            Checked checked = MarkCheck.of(
                    opened.store().source(), all, Indexing.progress(terminal), interruption.cancellation());
            Indexing.clear(terminal);
            var rows = new MarkRow(marks.now().legend());
            var listing = options.listing(terminal, MarkRow.COLUMNS, MarkRow.ALL);
            all.stream()
                    .filter(mark -> !(checked.byId().get(mark.id()) instanceof Standing.Holds))
                    .forEach(mark -> listing.add(rows.of(mark, checked.of(mark))));
            listing.finish(Fields.of("summary", summary(checked)).with("journal", MarksJournal.about(marks.journal(), marks.reading())));
            terminal.say("%,d marks: %,d hold, %,d changed, %,d missing, %,d cannot be told."
                    .formatted(all.size(), count(checked, "holds"), count(checked, "changed"), count(checked, "missing"), count(checked, "unchecked")));
            if (!checked.isComplete() || hasFailed(checked)) {
                return ExitCode.PARTIAL;
            }
            return checked.invalid() > 0 || !marks.reading().isSound() ? ExitCode.FOUND : ExitCode.DONE;
        }
    }

    private static boolean hasFailed(Checked checked) {
        return checked.byId().values().stream()
                .anyMatch(standing -> standing instanceof Standing.CannotTell(var kind, var _) && kind == Standing.Why.STORE_FAILED);
    }

    private static Fields summary(Checked checked) {
        Fields summary = Fields.of("marks", Num.of(checked.byId().size()));
        for (String word : List.of("holds", "changed", "missing", "unchecked")) {
            summary = summary.with(word, Num.of(count(checked, word)));
        }
        return summary;
    }

    private static long count(Checked checked, String word) {
        return checked.byId().values().stream().filter(standing -> standing.word().equals(word)).count();
    }
}
