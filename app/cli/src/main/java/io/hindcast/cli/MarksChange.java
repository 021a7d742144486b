package io.hindcast.cli;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hindcast marks change STORE ID --status cleared`.
@Command(
        name = "change",
        description = "Lets a mark say something else from now on; what it said before stays in its history.",
        mixinStandardHelpOptions = true)
final class MarksChange implements Callable<Integer> {
    private final House house;

    @Mixin
    OneMark mark = new OneMark();

    @Mixin
    MarkContentOptions said = new MarkContentOptions();

    MarksChange(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = mark.options.open(house, mark.store)) {
            Mark before = opened.marks()
                    .now()
                    .find(mark.id)
                    .orElseThrow(() -> new UsageException("There is no mark %s.".formatted(mark.id)));
            var legend = opened.marks().now().legend();
            MarkContent content = said.content(before.content(), legend);
            if (content.equals(before.content())) {
                throw new UsageException("Nothing is to be changed: say what %s shall say.".formatted(mark.id));
            }
            Mark changed = opened.marks().change(mark.id, content, mark.why);
            try (var rows = mark.options.rows(house.terminal(), MarkRow.COLUMNS, MarkRow.ALL)) {
                rows.add(new MarkRow(legend).of(changed, Optional.empty()));
            }
            return ExitCode.DONE;
        }
    }
}
