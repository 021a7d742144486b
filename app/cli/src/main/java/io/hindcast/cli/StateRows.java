package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Listing;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of `states`. A table without columns of its own chooses some after looking at the first rows; CSV then holds
/// the whole state in one column, because a file must not lose what comes late.
final class StateRows {
    private static final int LOOKED_AT = 200;
    private static final int CHOSEN = 8;

    private final Format format;
    private final Optional<List<FieldPath>> wanted;
    private final Fields before;
    private final Appendable out;
    private final List<Aggregate> waiting = new ArrayList<>();
    private final SeenFields seen = new SeenFields();
    private List<FieldPath> shown = List.of();
    private @Nullable Listing listing;

    StateRows(Format format, Optional<List<FieldPath>> wanted, Fields before, Appendable out) {
        this.format = format;
        this.wanted = wanted;
        this.before = before;
        this.out = out;
    }

    Format format() {
        return format;
    }

    void add(Aggregate aggregate) {
        if (listing != null) {
            listing.add(row(aggregate));
            return;
        }
        waiting.add(aggregate);
        if (wanted.isPresent() || format != Format.TABLE || waiting.size() == LOOKED_AT) {
            begin();
        }
    }

    private Listing begin() {
        waiting.forEach(aggregate -> seen.add(aggregate.state()));
        shown = wanted.orElseGet(() -> format == Format.TABLE
                ? seen.values().stream().limit(CHOSEN).toList()
                : List.of());
        var begun = new Listing(format, columns(), before, out);
        listing = begun;
        waiting.forEach(aggregate -> begun.add(row(aggregate)));
        waiting.clear();
        return begun;
    }

    private List<String> columns() {
        var names = new ArrayList<>(List.of("stream", "version"));
        if (shown.isEmpty()) {
            names.add("state");
        }
        shown.forEach(path -> names.add(path.toString()));
        names.addAll(List.of("eventsApplied", "problems", "deleted"));
        return names;
    }

    void finish(Fields after) {
        Listing here = listing;
        (here == null ? begin() : here).finish(after);
    }

    /// What a table left out.
    Optional<String> further() {
        int more = format == Format.TABLE && wanted.isEmpty() ? seen.values().size() - shown.size() : 0;
        return more > 0
                ? Optional.of("The states have %d further fields; choose with --columns.".formatted(more))
                : Optional.empty();
    }

    private Fields row(Aggregate aggregate) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(aggregate.stream()));
        row.put("version", EventRow.number(aggregate.version()));
        if (format == Format.TABLE || format == Format.CSV) {
            shown.forEach(path -> row.put(path.toString(), aggregate.state().at(path)));
        }
        if (shown.isEmpty() || format == Format.JSON || format == Format.NDJSON) {
            row.put("state", wanted.map(paths -> part(aggregate.state(), paths)).orElse(aggregate.state()));
        }
        row.put("eventsApplied", Num.of(aggregate.eventsApplied()));
        row.put("problems", Num.of(aggregate.problems()));
        row.put("deleted", Bool.of(aggregate.deleted()));
        return Fields.of(row);
    }

    /// The state with these fields alone, where they were.
    private static StateValue part(StateValue state, List<FieldPath> paths) {
        var editor = new TreeEditor();
        paths.forEach(path -> editor.set(path, state.at(path)));
        return editor.root();
    }
}
