package io.hindcast.cli;

import io.hindcast.cli.output.Document;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Inexact;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.replay.StreamState;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.event.Event;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast state STORE --stream S --at MOMENT`: the folded state of one stream.
@Command(name = "state", description = "Prints the state of a stream at a moment.", mixinStandardHelpOptions = true)
final class StateVerb implements Callable<Integer> {
    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--stream", required = true, paramLabel = "NAME", description = "The stream to fold.")
    String stream = "";

    @Option(names = "--at", paramLabel = "MOMENT", defaultValue = "head", description = "When to look (head).")
    String at = "head";

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            description = "Only what holds in the world up to the end of this date, as far as it was recorded by --at.")
    @Nullable String effective;

    @Mixin
    HypothesisOptions suppositions = new HypothesisOptions();

    StateVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Moment moment = options.moment(at);
        Optional<LocalDate> date = options.date(effective);
        try (var store = options.open(house)) {
            Hypothesis hypothesis = suppositions.of(store, stream);
            Fold fold = hypothesis.over(options.fold(house, store));
            Answer answer = moment.equals(Moment.HEAD) && date.isEmpty() && hypothesis.isEmpty()
                    ? new Answer(HistoryOptions.head(house, store, stream, fold), 0)
                    : ofHistory(HistoryOptions.load(house, store, stream, fold), moment, date, hypothesis);
            Document.print(document(answer, hypothesis), options.format(house.terminal()), options.out(house.terminal()));
            HypothesisOptions.say(house.terminal(), hypothesis);
            warn(answer.state().at().inexact());
            if (fold.isGuess()) {
                house.terminal().say("No fold rules were given: this state is the merge fold's guess. Name rules with --fold FILE, or try --fold proposed.");
            }
        }
        return ExitCode.DONE;
    }

    /// @param muted how many of the events that were counted are supposed not to have happened
    private record Answer(StreamState state, int muted) {}

    private Answer ofHistory(
            StreamHistory history, Moment moment, Optional<LocalDate> date, Hypothesis hypothesis) {
        HypothesisOptions.checkAgainst(history, hypothesis);
        StreamEnd.say(house.terminal(), history, moment);
        StateAt at = date.map(day -> history.at(moment, day, options.zone())).orElseGet(() -> history.at(moment));
        // On two clocks muted events are left out before they are counted.
        int muted = date.isPresent() ? 0 : HypothesisOptions.mutedIn(history, hypothesis, at.index());
        return new Answer(StreamState.of(history, at), muted);
    }

    private Fields document(Answer answer, Hypothesis hypothesis) {
        StreamState of = answer.state();
        StateAt at = of.at();
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("stream", new Text(of.stream()));
        fields.put("category", new Text(of.category()));
        fields.put("fold", new Text(of.fold().name()));
        if (!hypothesis.isEmpty()) {
            fields.put("hypothetical", hypothesis.mark());
        }
        fields.put("moment", moment(at));
        fields.put("state", at.state().isPresent() ? at.state() : Null.NULL);
        fields.put("eventsApplied", Num.of(at.eventsApplied() - answer.muted()));
        fields.put("problems", new Items(at.problems().stream().map(ProblemRow::of).toList()));
        if (!at.inexact().isEmpty()) {
            fields.put("inexact", new Items(at.inexact().stream().map(StateVerb::row).toList()));
        }
        return Fields.of(fields);
    }

    /// A field that was computed with binary numbers.
    private static StateValue row(Inexact inexact) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("field", new Text(inexact.field().toString()));
        fields.put("version", inexact.version() < 0 ? Null.NULL : Num.of(inexact.version()));
        fields.put("type", new Text(inexact.type()));
        return Fields.of(fields);
    }

    private void warn(List<Inexact> inexact) {
        if (!inexact.isEmpty()) {
            Inexact first = inexact.getFirst();
            String more = inexact.size() == 1 ? "" : " and %d more fields".formatted(inexact.size() - 1);
            String place = first.version() < 0 ? first.type() : "version " + first.version();
            house.terminal()
                    .say("The fold computed %s%s with binary numbers, first at %s: digits may be lost. Divide with a.div(b, digits, rounding)."
                            .formatted(first.field(), more, place));
        }
    }

    private StateValue moment(StateAt answer) {
        Optional<Event> last = answer.last();
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("at", new Text(at));
        if (effective != null) {
            fields.put("effective", new Text(effective));
        }
        fields.put("zone", new Text(options.zone().getId()));
        fields.put("version", last.map(event -> EventRow.number(event.version())).orElse(Null.NULL));
        fields.put("position", EventRow.position(last.flatMap(Event::position)));
        fields.put("recordedAt", EventRow.instant(last.flatMap(Event::recordedAt)));
        return Fields.of(fields);
    }
}
