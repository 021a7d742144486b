package io.hindcast.engine.fold.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.RealStore;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RealStoresTest {
    static final List<String> STORES = RealStore.ALL;

    /// The one altered snapshot of each store, by version, and the balance it should have.
    private static final Map<String, String> ALTERED = Map.of(
            "message-db", "v60: 15644.38 for 14644.38",
            "axon4-jdbc-postgresql", "v85: 7253.96 for 7241.62",
            "pyeventsourcing-postgresql", "v149: 29145.41 for 28645.41",
            "emmett-postgresql", "v40: 2691.47 for 2941.47",
            "evtstore-postgres", "v52: 8779.17 for 8679.17");

    @ParameterizedTest
    @FieldSource("STORES")
    void final_states_equal_the_facts_to_the_last_digit(String name) throws FoldFailure {
        RealStore store = RealStore.load(name);
        Fold fold = rules(name);
        int compared = 0;
        for (JsonNode fact : store.facts().get("streams")) {
            String stream = fact.has("storeStreamId")
                    ? fact.get("storeStreamId").asText()
                    : fact.get("streamId").asText();
            JsonNode expected = fact.has("finalState") ? fact.get("finalState") : fact.get("final");
            if (expected == null || expected.isNull() || !store.streams().containsKey(stream)) {
                continue;
            }
            StateValue state = state(fold, store.eventsOf(stream), Long.MAX_VALUE);
            for (var field : expected.properties()) {
                StateValue value = state.at(FieldPath.parse(field.getKey()));
                assertThat(digits(value)).as(stream + "/" + field.getKey()).isEqualTo(digits(value, field.getValue()));
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(3);
    }

    @ParameterizedTest
    @FieldSource("STORES")
    void exactly_the_altered_snapshot_differs_from_the_replay(String name) throws FoldFailure {
        RealStore store = RealStore.load(name);
        Fold fold = rules(name);
        var drifts = new ArrayList<String>();
        for (RealStore.Snapshot snapshot : store.snapshots()) {
            StateValue replay = state(fold, store.eventsOf(snapshot.stream()), snapshot.version());
            var outcome = fold.comparison(snapshot.category()).compare(snapshot.state(), replay);
            outcome.changes().forEach(change -> drifts.add("v%d: %s for %s"
                    .formatted(snapshot.version(), digits(change.before()), digits(change.after()))));
        }
        assertThat(store.snapshots()).isNotEmpty();
        assertThat(drifts).containsExactly(ALTERED.getOrDefault(name, ""));
    }

    private static StateValue state(Fold fold, List<FoldEvent> events, long version) throws FoldFailure {
        var editor = new TreeEditor();
        fold.begin(events.getFirst().header().category(), editor);
        for (FoldEvent event : events) {
            if (event.header().version().orElseThrow() <= version) {
                fold.apply(event, editor);
            }
        }
        return editor.root();
    }

    private static String digits(StateValue value) {
        return switch (value) {
            case Num number -> number.value().stripTrailingZeros().toPlainString();
            case Text text -> text.value();
            case Null _ -> "null";
            default -> value.toString();
        };
    }

    private static String digits(StateValue like, JsonNode expected) {
        return like instanceof Num ? digits(Num.parse(expected.asText())) : expected.asText();
    }

    private static Fold rules(String name) {
        var compiled = new RulesLanguage()
                .compile("folds.yaml", RealStore.text("sample-data/real/" + name + "/folds.yaml"));
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).fold();
    }
}
