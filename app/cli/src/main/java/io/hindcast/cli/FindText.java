package io.hindcast.cli;

import io.hindcast.cli.output.Listing;
import io.hindcast.engine.find.Coverage;
import io.hindcast.engine.find.MaskedSnippets;
import io.hindcast.engine.find.Snippet;
import io.hindcast.engine.find.TextFinder;
import io.hindcast.engine.find.TextMatch;
import io.hindcast.engine.find.TextSearch;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// `find --contains`: one row an event, with what stands around the text.
final class FindText {
    private static final List<String> COLUMNS =
            List.of("stream", "version", "position", "recordedAt", "type", "in", "snippet");

    private final House house;
    private final StoreOptions options;
    private final FindVerb verb;

    FindText(House house, StoreOptions options, FindVerb verb) {
        this.house = house;
        this.options = options;
        this.verb = verb;
    }

    int run(OpenStore store, Cancellation cancellation) {
        Terminal terminal = house.terminal();
        String question = verb.question("");
        ResumeToken from = verb.from(question);
        var listing = new Listing(options.format(terminal), COLUMNS, verb.asked(), options.out(terminal));
        var search = new TextSearch(
                verb.selection(),
                Objects.requireNonNull(verb.contains),
                verb.ignoreCase,
                from.bookmark(),
                from.scanned());
        var snippets = new MaskedSnippets(
                search, store.decoder(), terminal.curtain().masking(), terminal.curtain().log(), store::infoOf);
        Coverage coverage = new TextFinder(store)
                .find(search, verb.expected(store), match -> listing.add(row(match, snippets.of(match))), Indexing.progress(terminal), cancellation);
        Indexing.clear(terminal);
        if (verb.stream != null && coverage.scanned() == 0 && coverage.isComplete()) {
            throw HistoryOptions.unknown(verb.stream);
        }
        var next = new ResumeToken(question, coverage.scanned(), coverage.through());
        listing.finish(verb.after(coverage, next));
        verb.say(coverage, next);
        return FindVerb.code(coverage);
    }

    private static Fields row(TextMatch match, Snippet snippet) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(match.header().stream()));
        row.put("version", EventRow.number(match.header().version()));
        row.put("position", EventRow.position(match.header().position()));
        row.put("recordedAt", EventRow.instant(match.header().recordedAt()));
        row.put("type", new Text(match.header().type()));
        row.put("in", new Text(match.part().name().toLowerCase(Locale.ROOT)));
        row.put("snippet", new Text(snippet.toString()));
        return Fields.of(row);
    }
}
