package io.hindcast.engine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.population.Accounts;
import io.hindcast.engine.population.SmallPages;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.Opened;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StateFinderTest {
    private static final Fold FOLD = Accounts.fold();
    private static final Selection ACCOUNTS = new Selection.Category("account");
    private static final List<String> CONDITIONS = List.of(
            "balance < 0",
            "balance > 500 and currency = EUR",
            "status = CLOSED and balance != 0",
            "name is present or balance < -100",
            "not balance >= 0");

    private static OpenStore open(MemorySource source) {
        OpenStore store = Opened.over(new SmallPages(source, 31));
        store.buildIndex(Progress.SILENT, Cancellation.never());
        return store;
    }

    private static StateFinder.Answer find(
            OpenStore store, long memory, Selection selection, String condition, boolean first, List<Match> matches) {
        return new StateFinder(store, memory)
                .find(
                        new StateSearch(selection, FOLD, parsed(condition), first),
                        0,
                        matches::add,
                        Progress.SILENT,
                        Cancellation.never());
    }

    private static Predicate parsed(String condition) {
        try {
            return Predicate.parse(condition);
        } catch (Unclear unclear) {
            throw new IllegalArgumentException(condition, unclear);
        }
    }

    /// `account-3 since 4 until 7`, looked up state by state in the history of each stream.
    private static Set<String> byHand(OpenStore store, String condition, boolean first) {
        var predicate = parsed(condition);
        var spans = new TreeSet<String>();
        for (int i = 0; i < 10; i++) {
            StreamHistory history =
                    store.history("account-" + i, FOLD, Progress.SILENT, Cancellation.never());
            int since = -1;
            for (int event = 0; event < history.size(); event++) {
                boolean holds = predicate.of(new TreeEditor(history.stateAfter(event))) == Truth.TRUE;
                if (holds && since < 0) {
                    since = event;
                } else if (!holds && since >= 0) {
                    spans.add("account-%d since %d until %d".formatted(i, since, event));
                    since = -1;
                    if (first) {
                        break;
                    }
                }
            }
            if (since >= 0) {
                spans.add("account-%d since %d until -1".formatted(i, since));
            }
        }
        return spans;
    }

    private static String shown(Match match) {
        return "%s since %d until %d"
                .formatted(
                        match.stream(),
                        match.since().index(),
                        match.until().map(Match.Place::index).orElse(-1L));
    }

    private static List<String> shown(List<Match> matches) {
        return matches.stream().map(StateFinderTest::shown).toList();
    }

    @Test
    void every_span_is_found_and_no_other() {
        int found = 0;
        for (long seed = 0; seed < 30; seed++) {
            OpenStore store = open(Accounts.history(seed, 500, 10, seed % 2 == 0));
            for (String condition : CONDITIONS) {
                for (boolean first : List.of(false, true)) {
                    var matches = new ArrayList<Match>();
                    var answer = find(store, Long.MAX_VALUE, ACCOUNTS, condition, first, matches);

                    assertThat(shown(matches)).as("seed %d, %s", seed, condition).doesNotHaveDuplicates();
                    assertThat(new TreeSet<>(shown(matches)))
                            .as("seed %d, %s, first %s", seed, condition, first)
                            .isEqualTo(byHand(store, condition, first));
                    assertThat(answer.coverage().scanned()).isEqualTo(answer.coverage().of());
                    found += matches.size();
                }
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void a_resumed_search_tells_what_the_first_one_left_out() {
        for (long seed = 0; seed < 40; seed++) {
            OpenStore store = open(Accounts.history(seed, 500, 10, true));
            var whole = new ArrayList<Match>();
            find(store, Long.MAX_VALUE, ACCOUNTS, "balance < 0", false, whole);
            var cancellation = new Cancellation();
            var begin = new ArrayList<Match>();
            long stopAt = 31 + seed * 7;
            var search = new StateSearch(ACCOUNTS, FOLD, parsed("balance < 0"), false);
            var stopped = new StateFinder(store)
                    .find(
                            search,
                            0,
                            begin::add,
                            (done, _) -> {
                                if (done >= stopAt) {
                                    cancellation.cancel();
                                }
                            },
                            cancellation)
                    .coverage();
            var rest = new ArrayList<Match>();
            new StateFinder(store).find(search, stopped.scanned(), rest::add, Progress.SILENT, Cancellation.never());

            assertThat(stopped.isComplete()).isFalse();
            begin.removeIf(match -> match.until().isEmpty()); // still open: told again with their end
            begin.addAll(rest);
            assertThat(shown(begin)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(shown(whole));
        }
    }

    @Test
    void little_memory_costs_passes_and_changes_nothing() {
        for (long seed = 0; seed < 20; seed++) {
            OpenStore store = open(Accounts.history(seed, 500, 40, true));
            var plenty = new ArrayList<Match>();
            var little = new ArrayList<Match>();

            var one = find(store, Long.MAX_VALUE, ACCOUNTS, "balance < 0", false, plenty).coverage();
            var more = find(store, 5_000, ACCOUNTS, "balance < 0", false, little).coverage();

            assertThat(shown(little)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(shown(plenty));
            assertThat(more.unreadable()).isEqualTo(one.unreadable());
            assertThat(more.undecided()).isEqualTo(one.undecided());
        }
    }

    @Test
    void a_condition_that_does_not_stay_true_is_found_all_the_same() {
        var source = new MemorySource()
                .event("account-1", 1, "Opened", "", "{\"amount\": 10}")
                .event("account-1", 2, "Corrected", "", "{\"to\": -5}")
                .event("account-1", 3, "Corrected", "", "{\"to\": 20}");
        var matches = new ArrayList<Match>();

        find(open(source), Long.MAX_VALUE, new Selection.Store(), "balance < 0", false, matches);

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.since().version()).hasValue(2);
            assertThat(match.until().orElseThrow().version()).hasValue(3);
            assertThat(match.fields().values()).singleElement().hasToString("-5");
        });
    }

    @Test
    void unreadable_events_and_uncovered_categories_are_counted() {
        var source = new MemorySource()
                .event("account-1", 0, "Opened", "", "{\"amount\": 1}")
                .event("account-1", 1, "Deposited", "", "{\"amount\": ")
                .event("loan-1", 0, "Opened", "", "{\"amount\": -1}");

        var answer = find(open(source), Long.MAX_VALUE, new Selection.Store(), "overdraft < 0", false, new ArrayList<>());

        assertThat(answer.coverage().unreadable()).isEqualTo(1);
        assertThat(answer.coverage().undecided()).isEqualTo(2);
        assertThat(answer.coverage().notCovered()).isEqualTo(1);
        assertThat(answer.coverage().scanned()).isEqualTo(3);
        assertThat(answer.seen().has(FieldPath.parse("overdraft"))).isFalse();
        assertThat(answer.seen().nearest(FieldPath.parse("balnce")))
                .contains(FieldPath.parse("balance"));
    }
}
