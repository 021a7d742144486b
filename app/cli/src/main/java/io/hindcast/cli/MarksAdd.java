package io.hindcast.cli;

import io.hindcast.audit.mark.Binder;
import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.EventAddress;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks add STORE --stream NAME --at v3 --kind note --text …`.
@Command(
        name = "add",
        description = "Adds a mark beside an event (--stream, --at), a stream (--stream alone) or the store.",
        mixinStandardHelpOptions = true)
final class MarksAdd implements Callable<Integer> {
    private final House house;

    @Parameters(paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "bookmark, note, tick or finding.")
    String kind = "";

    @Option(names = "--stream", paramLabel = "NAME", description = "The stream.")
    @Nullable String stream;

    @Option(names = "--at", paramLabel = "MOMENT", description = "The event: v3 (its version) or #123 (its position); may be repeated.")
    List<String> at = List.of();

    @Option(names = "--event-id", paramLabel = "ID", description = "The event by its id; may be repeated.")
    List<String> ids = List.of();

    @Mixin
    MarkContentOptions said = new MarkContentOptions();

    MarksAdd(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        MarkKind wanted = MarksVerb.kind(kind);
        if (stream == null && !(at.isEmpty() && ids.isEmpty())) {
            throw new UsageException("An event is named with its stream: --stream NAME --at v3.");
        }
        try (var opened = options.open(house, store)) {
            MarkContent content = said.content(wanted, opened.marks().now().legend());
            List<Mark> added = opened.marks().add(bindings(opened.store()), content);
            var shape = new MarkRow(opened.marks().now().legend());
            try (var rows = options.rows(house.terminal(), MarkRow.COLUMNS, MarkRow.ALL)) {
                added.forEach(mark -> rows.add(shape.of(mark, Optional.empty())));
            }
            return ExitCode.DONE;
        }
    }

    private List<Binding> bindings(OpenStore open) {
        var binder = new Binder(open);
        try {
            if (stream == null) {
                return List.of(binder.store());
            }
            String name = stream;
            if (at.isEmpty() && ids.isEmpty()) {
                return List.of(binder.stream(name, Progress.SILENT, Cancellation.never())
                        .orElseThrow(() -> new UsageException("The store has no stream %s.".formatted(name))));
            }
            return Stream.concat(
                            at.stream().map(moment -> address(name, moment)),
                            ids.stream().map(id -> new EventAddress(name, OptionalLong.empty(), Optional.empty(), Optional.of(id))))
                    .map(address -> bound(binder, address))
                    .toList();
        } catch (ConnectorException failure) {
            throw new StoppedEarly("No mark was added: " + failure.sentence(), failure);
        }
    }

    private static Binding bound(Binder binder, EventAddress address) {
        return binder.event(address)
                .orElseThrow(() -> new UsageException("The store has no event %s; no mark was added.".formatted(address.text())));
    }

    private static EventAddress address(String stream, String moment) {
        return switch (MomentText.parse(moment, ZoneOffset.UTC).orElse(Moment.HEAD)) {
            case Moment.AtVersion(long version) -> EventAddress.version(stream, version);
            case Moment.AtPosition(var position) ->
                new EventAddress(stream, OptionalLong.empty(), Optional.of(position), Optional.empty());
            case Moment.AtInstant _, Moment.Head _ ->
                throw new UsageException("%s names no event; write v3 (its version) or #123 (its position).".formatted(moment));
        };
    }
}
