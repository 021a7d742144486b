package io.hindcast.cli;

import io.hindcast.audit.mark.Checked;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkCheck;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Marks;
import io.hindcast.engine.state.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks STORE` lists marks and how they stand; its subcommands change and check them.
@Command(
        name = "marks",
        description = "Lists bookmarks, notes, tick marks and findings beside a store, and whether what they stand beside is still the same.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[add|change|remove|restore|history|legend|verify|journal]",
        footer = {"", "Marks lie in a journal outside of the store; the store is never changed."})
final class MarksVerb implements Callable<Integer> {
    private final House house;

    @Parameters(arity = "0..1", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    @Nullable String store;

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--stream", paramLabel = "NAME", description = "Only marks of this stream.")
    @Nullable String stream;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only bookmark, note, tick or finding.")
    @Nullable String kind;

    @Option(names = "--status", paramLabel = "WORD", description = "Only findings that are open, answered or cleared.")
    @Nullable String status;

    MarksVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var opened = options.open(house, store);
                var interruption = new Interruption(terminal)) {
            List<Mark> wanted = wanted(opened.marks());
            Checked checked = MarkCheck.of(
                    opened.store().source(), wanted, Indexing.progress(terminal), interruption.cancellation());
            Indexing.clear(terminal);
            var shape = new MarkRow(opened.marks().now().legend());
            try (var rows = options.rows(terminal, MarkRow.COLUMNS, MarkRow.ALL)) {
                wanted.forEach(mark -> rows.add(shape.of(mark, checked.of(mark))));
            }
            if (checked.invalid() > 0) {
                terminal.say("%,d of %,d marks stand beside something that is no longer what it was.".formatted(checked.invalid(), wanted.size()));
            }
            if (!checked.isComplete()) {
                terminal.say("The check was stopped: how some marks stand is not known.");
                return ExitCode.PARTIAL;
            }
            return ExitCode.DONE;
        }
    }

    private List<Mark> wanted(Marks marks) {
        MarkKind only = kind == null ? null : kind(kind);
        String asked = status;
        if (asked != null && Arrays.stream(Status.values()).noneMatch(one -> one.word().equalsIgnoreCase(asked))) {
            throw new UsageException(asked + " is no status; write open, answered or cleared.");
        }
        List<Mark> all = stream == null ? marks.now().all() : marks.now().ofStream(stream);
        return all.stream()
                .filter(mark -> only == null || mark.kind() == only)
                .filter(mark -> asked == null
                        || (mark.content() instanceof Finding finding && finding.status().word().equalsIgnoreCase(asked)))
                .toList();
    }

    static MarkKind kind(String word) {
        return MarkKind.named(word)
                .orElseThrow(() -> new UsageException("%s is no kind of mark; write %s."
                        .formatted(word, Arrays.stream(MarkKind.values()).map(MarkKind::word).collect(Collectors.joining(", ")))));
    }
}
