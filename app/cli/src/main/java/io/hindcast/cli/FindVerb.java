package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.find.Coverage;
import io.hindcast.engine.find.Predicate;
import io.hindcast.engine.find.Unclear;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast find STORE`: moments at which a condition over the state became true, or events that hold a text.
@Command(
        name = "find",
        description = "Searches all events: for a condition over the folded state, or for text.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A condition compares fields of the state: \"balance < 0\", \"status == 'closed' and balance != 0\",",
            "\"owner.name contains 'Meier'\", \"not (/limit is missing)\". Numbers are exact.",
            "Exit code 1 when something was found."
        })
final class FindVerb implements Callable<Integer> {
    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--where", paramLabel = "CONDITION", description = "Moments at which the state came to fulfil this.")
    @Nullable String where;

    @Option(names = "--contains", paramLabel = "TEXT", description = "Events whose body or metadata hold this text.")
    @Nullable String contains;

    @Option(names = "--ignore-case", description = "Capital and small letters count as the same in --contains.")
    boolean ignoreCase;

    @Option(names = "--stream", paramLabel = "NAME", description = "Only this stream.")
    @Nullable String stream;

    @Option(names = "--category", paramLabel = "NAME", description = "Only streams of this category.")
    @Nullable String category;

    @Option(names = "--first", description = "With --where, only the first moment of each stream.")
    boolean first;

    @Option(names = "--resume", paramLabel = "WORD", description = "Goes on where a stopped search ended.")
    @Nullable String resume;

    FindVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if ((where == null) == (contains == null) || (contains != null && contains.isEmpty())) {
            throw new UsageException("Say what to find: either --where CONDITION or --contains TEXT.");
        }
        if (where != null && ignoreCase) {
            throw new UsageException("--ignore-case goes with --contains.");
        }
        if (contains != null && first) {
            throw new UsageException("--first goes with --where.");
        }
        Terminal terminal = house.terminal();
        Predicate predicate = where == null ? null : predicate(where);
        try (var store = options.open(house);
                var interruption = new Interruption(terminal)) {
            if (stream == null) {
                if (!Indexing.run(store, terminal, interruption.cancellation())) {
                    terminal.say("Stopped while the events were being counted: nothing was searched yet.");
                    return ExitCode.PARTIAL;
                }
                mustExist(store);
            }
            if (predicate == null) {
                return new FindText(house, options, this).run(store, interruption.cancellation());
            }
            Fold fold = options.fold(house, store);
            return new FindStates(house, options, this).run(store, predicate, fold, interruption.cancellation());
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Searching stopped: " + failure.sentence(), failure);
        }
    }

    private static Predicate predicate(String text) {
        try {
            return Predicate.parse(text);
        } catch (Unclear unclear) {
            String hint = unclear.suggestion().isEmpty() ? "" : " (" + unclear.suggestion() + ")";
            throw new UsageException("%s%n%s%n%s^ column %d: %s%s"
                    .formatted(
                            "The condition cannot be read:",
                            text,
                            " ".repeat(unclear.offset()),
                            unclear.offset() + 1,
                            unclear.reason(),
                            hint));
        }
    }

    private void mustExist(OpenStore store) {
        if (category != null) {
            CategoryOptions.mustExist(category, store);
        }
    }

    Selection selection() {
        if (stream != null) {
            return new Selection.Stream(stream);
        }
        return category == null ? new Selection.Store() : new Selection.Category(category);
    }

    /// How many events there are, -1 where nobody counted.
    long expected(OpenStore store) {
        return stream != null
                ? -1
                : store.index().streams().stream()
                        .filter(entry -> category == null || entry.category().equals(category))
                        .mapToLong(entry -> entry.events())
                        .sum();
    }

    Fields asked() {
        var fields = new LinkedHashMap<String, StateValue>();
        if (where != null) {
            fields.put("where", new Text(house.terminal().curtain().question(where)));
        }
        if (contains != null) {
            fields.put("contains", new Text(house.terminal().curtain().question(contains)));
        }
        fields.put("stream", stream == null ? Null.NULL : new Text(stream));
        fields.put("category", category == null ? Null.NULL : new Text(category));
        return Fields.of(fields);
    }

    /// Where an earlier search was stopped, or the beginning.
    ResumeToken from(String question) {
        return resume == null
                ? new ResumeToken(question, 0, Optional.empty())
                : ResumeToken.read(resume, question);
    }

    /// What stands for the search in a resume word.
    String question(String fold) {
        return String.join(
                "\u0000", options.store, String.valueOf(where), String.valueOf(contains), String.valueOf(stream),
                String.valueOf(category), Boolean.toString(ignoreCase), Boolean.toString(first), fold);
    }

    Fields after(Coverage coverage, ResumeToken next) {
        var counted = new LinkedHashMap<String, StateValue>();
        counted.put("scanned", Num.of(coverage.scanned()));
        counted.put("of", coverage.of() < 0 ? Null.NULL : Num.of(coverage.of()));
        counted.put("unreadable", Num.of(coverage.unreadable()));
        counted.put("undecided", Num.of(coverage.undecided()));
        counted.put("notCovered", Num.of(coverage.notCovered()));
        counted.put("ruledOutByStore", Num.of(coverage.ruledOut()));
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("found", Num.of(coverage.found()));
        fields.put("coverage", Fields.of(counted));
        fields.put("complete", Bool.of(coverage.isComplete()));
        fields.put("resume", coverage.isComplete() ? Null.NULL : next.value(house.terminal().curtain()));
        return Fields.of(fields);
    }

    void say(Coverage coverage, ResumeToken next) {
        String of = coverage.of() < 0 ? "" : " of %,d".formatted(coverage.of());
        String unreadable = coverage.unreadable() > 0 ? ", %,d unreadable".formatted(coverage.unreadable()) : "";
        house.terminal()
                .say("Found %,d, scanned %,d%s events%s.".formatted(coverage.found(), coverage.scanned(), of, unreadable)
                        + (coverage.ruledOut() > 0
                                ? " The store itself ruled out %,d of them.".formatted(coverage.ruledOut())
                                : ""));
        if (coverage.notCovered() > 0) {
            house.terminal().say("%,d events belong to categories that the rules say nothing about: they have no state."
                    .formatted(coverage.notCovered()));
        }
        if (!coverage.isComplete()) {
            house.terminal().say(next.sentence(house.terminal().curtain()));
        }
    }

    static int code(Coverage coverage) {
        if (!coverage.isComplete()) {
            return ExitCode.PARTIAL;
        }
        return coverage.found() > 0 ? ExitCode.FOUND : ExitCode.DONE;
    }
}
