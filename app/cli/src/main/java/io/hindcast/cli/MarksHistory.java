package io.hindcast.cli;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkText;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hindcast marks history STORE [ID]`: who did what to marks, and when.
@Command(
        name = "history",
        description = "Who did what to a mark, or to all of them, and when; removed ones too.",
        mixinStandardHelpOptions = true)
final class MarksHistory implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("id", "deed", "at", "who", "line", "why", "said");

    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The mark: M12.")
    @Nullable String id;

    @Mixin
    MarksOptions options = new MarksOptions();

    MarksHistory(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = options.open(house, store)) {
            Collection<Mark> wanted = id == null
                    ? opened.marks().now().everything()
                    : List.of(opened.marks()
                            .now()
                            .find(id)
                            .orElseThrow(() -> new UsageException("There is no mark %s.".formatted(id))));
            try (var rows = options.rows(house.terminal(), COLUMNS, COLUMNS)) {
                wanted.forEach(mark -> rows(mark).forEach(rows::add));
            }
            return ExitCode.DONE;
        }
    }

    private static List<Fields> rows(Mark mark) {
        var rows = new ArrayList<Fields>();
        Fields before = Fields.EMPTY;
        for (MarkChange change : mark.history()) {
            Fields after = MarkText.of(change.content());
            List<Fields> changes = changes(before, after);
            rows.add(Fields.of("id", new Text(mark.id()))
                    .with("deed", new Text(change.deed().word()))
                    .with("at", new Text(change.at().toString()))
                    .with("who", new Text(change.who()))
                    .with("line", Num.of(change.line()))
                    .with("why", change.why().isEmpty() ? Null.NULL : new Text(change.why()))
                    .with("said", new Text(changes.stream().map(MarksHistory::said).collect(Collectors.joining("; "))))
                    .with("changes", new Items(List.<StateValue>copyOf(changes))));
            before = after;
        }
        return rows;
    }

    private static List<Fields> changes(Fields before, Fields after) {
        var names = new LinkedHashSet<>(after.names());
        names.addAll(before.names());
        return names.stream()
                .filter(name -> !before.field(name).equals(after.field(name)))
                .map(name -> Fields.of("field", new Text(name))
                        .with("before", orNull(before.field(name)))
                        .with("after", orNull(after.field(name))))
                .toList();
    }

    private static StateValue orNull(StateValue value) {
        return value instanceof Absent ? Null.NULL : value;
    }

    private static String said(Fields change) {
        return "%s: %s".formatted(plain(change.field("field")), plain(change.field("after")));
    }

    private static String plain(StateValue value) {
        return value instanceof Text(String text) ? text : StateText.compact(value);
    }
}
