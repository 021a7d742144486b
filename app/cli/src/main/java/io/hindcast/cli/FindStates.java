package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Listing;
import io.hindcast.engine.find.Coverage;
import io.hindcast.engine.find.Match;
import io.hindcast.engine.find.Match.Place;
import io.hindcast.engine.find.Predicate;
import io.hindcast.engine.find.StateFinder;
import io.hindcast.engine.find.StateSearch;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// `find --where`: one row for each span of time in which the condition held, with the event that began it and the one
/// that ended it.
final class FindStates {
    private final House house;
    private final StoreOptions options;
    private final FindVerb verb;

    FindStates(House house, StoreOptions options, FindVerb verb) {
        this.house = house;
        this.options = options;
        this.verb = verb;
    }

    int run(OpenStore store, Predicate predicate, Fold fold, Cancellation cancellation) {
        Terminal terminal = house.terminal();
        if (fold.isGuess()) {
            terminal.say("No fold rules were given: these states are the merge fold's guess. Name rules with --fold FILE, or try --fold proposed.");
        }
        String question = verb.question(fold.digest());
        ResumeToken from = verb.from(question);
        if (from.scanned() > 0) {
            terminal.say("Going on: states are not kept between two runs, so the first %,d events are read and folded again, and nothing is told of them."
                    .formatted(from.scanned()));
        }
        Format format = options.format(terminal);
        var listing = new Listing(format, columns(predicate), before(fold), options.out(terminal));
        boolean flat = format == Format.TABLE || format == Format.CSV;
        StateFinder.Answer answer = new StateFinder(store)
                .find(
                        new StateSearch(verb.selection(), fold, predicate, verb.first),
                        from.scanned(),
                        match -> listing.add(flat ? flat(match) : row(match)),
                        Indexing.progress(terminal),
                        cancellation);
        Indexing.clear(terminal);
        Coverage coverage = answer.coverage();
        if (verb.stream != null && coverage.scanned() == 0 && coverage.isComplete()) {
            throw HistoryOptions.unknown(verb.stream);
        }
        var next = new ResumeToken(question, coverage.scanned(), Optional.empty());
        listing.finish(verb.after(coverage, next));
        verb.say(coverage, next);
        return remarks(predicate, answer) ? ExitCode.USAGE : FindVerb.code(coverage);
    }

    /// What a person should know before believing that nothing was found.
    ///
    /// @return whether the question itself was wrong
    private boolean remarks(Predicate predicate, StateFinder.Answer answer) {
        Coverage coverage = answer.coverage();
        SeenFields seen = answer.seen();
        Terminal terminal = house.terminal();
        if (coverage.undecided() > 0) {
            terminal.say("After %,d events the condition was neither true nor false, because a field was missing or not comparable."
                    .formatted(coverage.undecided()));
        }
        predicate.bareWords().stream()
                .filter(word -> seen.has(new FieldPath(List.of(word))))
                .forEach(word -> terminal.say(
                        "`%s` was taken as text; write /%s for the field of that name.".formatted(word, word)));
        if (!coverage.isComplete() || coverage.found() > 0 || seen.values().isEmpty()) {
            return false;
        }
        List<FieldPath> unknown =
                predicate.fields().stream().filter(path -> !seen.has(path)).toList();
        unknown.forEach(path -> terminal.say(CategoryOptions.unknownField(path, seen)));
        return !unknown.isEmpty();
    }

    private Fields before(Fold fold) {
        var fields = new LinkedHashMap<String, StateValue>();
        verb.asked().entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        fields.put("fold", new Text(fold.name()));
        return Fields.of(fields);
    }

    private static List<String> columns(Predicate predicate) {
        var columns = new ArrayList<>(List.of("stream", "version", "position", "recordedAt", "type"));
        predicate.fields().forEach(path -> columns.add(path.toString()));
        columns.addAll(List.of("untilVersion", "untilRecordedAt", "untilType"));
        return columns;
    }

    private static Fields row(Match match) {
        var row = place(match.since());
        var fields = new LinkedHashMap<String, StateValue>();
        match.fields().forEach((path, value) -> fields.put(path.toString(), value.isPresent() ? value : Null.NULL));
        var whole = new LinkedHashMap<String, StateValue>();
        whole.put("stream", new Text(match.stream()));
        whole.putAll(row);
        whole.put("fields", Fields.of(fields));
        whole.put("until", match.until().<StateValue>map(place -> Fields.of(place(place))).orElse(Null.NULL));
        return Fields.of(whole);
    }

    private static Fields flat(Match match) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(match.stream()));
        row.putAll(place(match.since()));
        match.fields().forEach((path, value) -> row.put(path.toString(), value));
        match.until().ifPresent(place -> {
            row.put("untilVersion", EventRow.number(place.version()));
            row.put("untilRecordedAt", EventRow.instant(place.recordedAt()));
            row.put("untilType", new Text(place.type()));
        });
        return Fields.of(row);
    }

    private static SequencedMap<String, StateValue> place(Place place) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("version", EventRow.number(place.version()));
        row.put("position", EventRow.position(place.position()));
        row.put("recordedAt", EventRow.instant(place.recordedAt()));
        row.put("type", new Text(place.type()));
        return row;
    }
}
