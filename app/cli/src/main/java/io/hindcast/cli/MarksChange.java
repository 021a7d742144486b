package io.hindcast.cli;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.engine.state.Fields;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks change STORE ID --status cleared`.
@Command(
        name = "change",
        description = "Lets a mark say something else from now on; what it said before stays in its history.",
        mixinStandardHelpOptions = true)
final class MarksChange implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The mark: M12.")
    String id = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Mixin
    MarkContentOptions said = new MarkContentOptions();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; stands in the history.")
    String why = "";

    MarksChange(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = options.open(house, store)) {
            Mark before = opened.marks()
                    .now()
                    .find(id)
                    .orElseThrow(() -> new UsageException("There is no mark %s.".formatted(id)));
            var legend = opened.marks().now().legend();
            MarkContent content = said.content(before.content(), legend);
            if (content.equals(before.content())) {
                throw new UsageException("Nothing is to be changed: say what %s shall say.".formatted(id));
            }
            Mark changed = opened.marks().change(id, content, why);
            try (var rows = options.rows(house.terminal(), MarkRow.COLUMNS, MarkRow.ALL)) {
                rows.add(new MarkRow(legend).of(changed, Optional.empty()));
            }
            return ExitCode.DONE;
        }
    }
}
