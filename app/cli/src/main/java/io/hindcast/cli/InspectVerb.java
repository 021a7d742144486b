package io.hindcast.cli;

import io.hindcast.cli.output.Document;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.Tail;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hindcast inspect STORE`: what the store is, how that was found out, how much is in it, and the read-only proof.
@Command(
        name = "inspect",
        description = "Says what a store is, what is in it, and what proves that it is only read.",
        mixinStandardHelpOptions = true)
final class InspectVerb implements Callable<Integer> {
    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    InspectVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var store = options.open(house)) {
            Indexing.runToEnd(store, terminal);
            Document.print(document(store), options.format(terminal), options.out(terminal));
        }
        return ExitCode.DONE;
    }

    private static Fields document(OpenStore store) {
        SourceInfo info = store.info();
        List<CategorySummary> categories = store.categories();
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("connector", new Text(info.connector()));
        fields.put("system", new Text(info.system()));
        fields.put("layout", new Text(info.layout()));
        fields.put("recognisedBy", texts(info.recognisedBy().stream()));
        fields.put("storeVersion", new Text(info.storeVersion()));
        fields.put("counts", counts(store, categories));
        fields.put("categories", items(categories.stream().map(InspectVerb::category)));
        fields.put("capabilities", texts(info.capabilities().stream().map(Enum::name).sorted()));
        fields.put("following", following(store.source()));
        fields.put("readOnlyProof", items(info.readOnlyProof().stream().map(InspectVerb::proof)));
        fields.put("notRead", items(store.source().notRead().stream().map(InspectVerb::notRead)));
        fields.put("fold", new Text(store.foldOrigin()));
        return Fields.of(fields);
    }

    /// Whether and how the store can be followed, or why not.
    private static Fields following(EventSource source) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("possible", Bool.of(source.tail().isPresent()));
        fields.put("horizon", source.tail()
                .<StateValue>map(tail -> new Text(tail.certainty().name().toLowerCase(Locale.ROOT)))
                .orElse(Null.NULL));
        fields.put("says", new Text(source.tail().map(Tail::how).orElseGet(source::whyNotFollowed)));
        return Fields.of(fields);
    }

    private static StateValue counts(OpenStore store, List<CategorySummary> categories) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("streams", Num.of(store.index().streamCount()));
        fields.put("events", Num.of(store.index().size()));
        fields.put(
                "snapshots",
                Num.of(categories.stream().mapToLong(CategorySummary::snapshots).sum()));
        return Fields.of(fields);
    }

    private static Fields category(CategorySummary category) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("name", new Text(category.name()));
        fields.put("streams", Num.of(category.streams()));
        fields.put("events", Num.of(category.events()));
        fields.put("snapshots", Num.of(category.snapshots()));
        fields.put("firstAt", EventRow.instant(category.firstAt()));
        fields.put("lastAt", EventRow.instant(category.lastAt()));
        return Fields.of(fields);
    }

    private static Fields proof(SourceInfo.Proof proof) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("check", new Text(proof.check()));
        fields.put("result", new Text(proof.result()));
        fields.put("held", Bool.of(proof.held()));
        return Fields.of(fields);
    }

    private static Fields notRead(SourceInfo.NotRead rows) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("what", new Text(rows.what()));
        fields.put("rows", rows.rows() < 0 ? Null.NULL : Num.of(rows.rows()));
        fields.put("why", new Text(rows.why()));
        return Fields.of(fields);
    }

    private static StateValue texts(Stream<String> texts) {
        return items(texts.map(Text::new));
    }

    private static StateValue items(Stream<? extends StateValue> values) {
        return new Items(List.copyOf(values.toList()));
    }
}
