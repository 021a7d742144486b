package io.hindcast.cli;

import io.hindcast.cli.output.Document;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
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
            StreamHistory history = HistoryOptions.load(house, store, stream, fold);
            HypothesisOptions.checkAgainst(history, hypothesis);
            StateAt answer = date.map(day -> history.at(moment, day, options.zone()))
                    .orElseGet(() -> history.at(moment));
            Document.print(document(history, answer, hypothesis), options.format(house.terminal()), house.terminal().out());
            HypothesisOptions.say(house.terminal(), hypothesis);
            if (fold.isGuess()) {
                house.terminal().say("No fold rules were given: this state is the merge fold's guess. Name rules with --fold FILE, or try --fold proposed.");
            }
        }
        return ExitCode.DONE;
    }

    private Fields document(StreamHistory history, StateAt answer, Hypothesis hypothesis) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("stream", new Text(history.stream()));
        fields.put("category", new Text(history.category()));
        fields.put("fold", new Text(history.fold().name()));
        if (!hypothesis.isEmpty()) {
            fields.put("hypothetical", hypothesis.mark());
        }
        fields.put("moment", moment(answer));
        fields.put("state", answer.state().isPresent() ? answer.state() : Null.NULL);
        fields.put("eventsApplied", Num.of(applied(history, answer, hypothesis)));
        fields.put("problems", new Items(answer.problems().stream().map(ProblemRow::of).toList()));
        return Fields.of(fields);
    }

    /// On two clocks muted events are left out before they are counted.
    private int applied(StreamHistory history, StateAt answer, Hypothesis hypothesis) {
        int muted = effective == null ? HypothesisOptions.mutedIn(history, hypothesis, answer.index()) : 0;
        return answer.eventsApplied() - muted;
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
