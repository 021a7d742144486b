package io.hindcast.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HypothesisTest {
    private static final String STREAM = "account-1";
    private static final FieldPath BALANCE = FieldPath.parse("/balance");
    private static final Fold RULES = rules("""
            fold: accounts
            category: account
            effective: /on
            start: { balance: 0 }
            on:
              Booked: { add: { balance: /amount } }
            """);

    private final MemorySource source = new MemorySource()
            .event(STREAM, 1, "Booked", "2026-01-01T10:00:00Z", "{\"amount\": 10.10, \"on\": \"2026-01-01\"}")
            .event(STREAM, 2, "Booked", "2026-01-02T10:00:00Z", "{\"amount\": 20.20, \"on\": \"2026-01-02\"}")
            .event(STREAM, 3, "Booked", "2026-01-03T10:00:00Z", "{\"amount\": 3")
            .event(STREAM, 4, "Booked", "2026-01-04T10:00:00Z", "{\"amount\": 0.3544790567247868102, \"on\": \"2026-01-04\"}");

    private static Fold rules(String text) {
        return switch (new RulesLanguage().compile("folds.yaml", text)) {
            case Compiled.Ready(Fold fold, var _) -> fold;
            case Compiled.Rejected(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private StreamHistory history(Hypothesis hypothesis) {
        return new HistoryLoader(source, new StandardPayloads())
                .load(STREAM, hypothesis.over(RULES), Progress.SILENT, Cancellation.never());
    }

    private static String balance(StreamHistory history) {
        return history.stateAfter(3).at(BALANCE).toString();
    }

    private static Fields body(String amount, String day) {
        return Fields.of("amount", Num.parse(amount)).with("on", new Text(day));
    }

    @Test
    void a_muted_event_never_happened() {
        var history = history(Hypothesis.NONE.muting(EventPick.atVersion(STREAM, 2)));

        assertThat(balance(history)).isEqualTo("10.4544790567247868102");
        assertThat(history.changesAt(1)).isEmpty();
        assertThat(history.size()).isEqualTo(4);
    }

    @Test
    void a_replaced_event_says_something_else_and_its_digits_are_kept() {
        var pick = EventPick.atVersion(STREAM, 2);
        var history = history(Hypothesis.NONE.replacing(pick, body("-0.1234567890123456789", "2026-01-02")));

        assertThat(balance(history)).isEqualTo("10.3310222677124411313");
    }

    @Test
    void an_unreadable_event_is_no_trouble_once_it_is_supposed_to_be_otherwise() {
        assertThat(history(Hypothesis.NONE).problems()).hasSize(1);
        var pick = EventPick.atVersion(STREAM, 3);

        assertThat(history(Hypothesis.NONE.muting(pick)).problems()).isEmpty();
        var replaced = history(Hypothesis.NONE.replacing(pick, body("3", "2026-01-03")));

        assertThat(replaced.problems()).isEmpty();
        assertThat(balance(replaced)).isEqualTo("33.6544790567247868102");
    }

    @Test
    void a_replaced_body_also_says_when_the_event_holds() {
        var pick = EventPick.atVersion(STREAM, 2);
        var later = Hypothesis.NONE.replacing(pick, body("20.20", "2026-02-01"));
        var day = LocalDate.parse("2026-01-31");

        var recorded = history(Hypothesis.NONE).at(Moment.HEAD, day, ZoneOffset.UTC);
        var supposed = history(later).at(Moment.HEAD, day, ZoneOffset.UTC);

        assertThat(recorded.eventsApplied()).isEqualTo(4);
        assertThat(supposed.eventsApplied()).isEqualTo(3);
        assertThat(supposed.state().at(BALANCE)).hasToString("10.4544790567247868102");
    }

    @Test
    void a_muted_event_holds_on_no_day() {
        var muted = history(Hypothesis.NONE.muting(EventPick.atVersion(STREAM, 1)));

        var answer = muted.at(Moment.HEAD, LocalDate.parse("2026-01-02"), ZoneOffset.UTC);

        assertThat(answer.state().at(BALANCE)).hasToString("20.20");
        assertThat(answer.eventsApplied()).isEqualTo(1);
    }

    @Test
    void the_mark_is_on_the_fold_and_its_digest_tells_suppositions_apart() {
        Fold one = Hypothesis.NONE.muting(EventPick.atVersion(STREAM, 1)).over(RULES);
        Fold other = Hypothesis.NONE.muting(EventPick.atVersion(STREAM, 2)).over(RULES);

        assertThat(one.isHypothetical()).isTrue();
        assertThat(RULES.isHypothetical()).isFalse();
        assertThat(one.name()).contains("hypothetical");
        assertThat(one.digest()).isNotEqualTo(RULES.digest()).isNotEqualTo(other.digest());
        assertThat(Hypothesis.NONE.over(RULES)).isSameAs(RULES);
        assertThat(Hypothesis.in(one).alterations()).hasSize(1);
    }

    @Test
    void the_last_supposition_about_an_event_counts_and_can_be_taken_back() {
        var pick = EventPick.atVersion(STREAM, 2);
        var muted = Hypothesis.NONE.replacing(pick, body("1", "2026-01-02")).muting(pick);

        assertThat(muted.alterations()).containsExactly(new Alteration.Mute(pick));
        assertThat(muted.without(pick)).isEqualTo(Hypothesis.NONE);
    }

    @Test
    void another_stream_is_as_it_was_recorded() {
        var elsewhere = history(Hypothesis.NONE.muting(EventPick.atVersion("account-2", 2)));

        assertThat(balance(elsewhere)).isEqualTo(balance(history(Hypothesis.NONE)));
    }

    @Test
    void one_of_two_events_of_the_same_version_can_be_meant() {
        source.event(STREAM, 4, "Booked", "2026-01-05T10:00:00Z", "{\"amount\": 100}");
        var whole = history(Hypothesis.NONE);
        var second = history(Hypothesis.NONE.muting(EventPick.of(whole.event(4))));
        var both = history(Hypothesis.NONE.muting(EventPick.atVersion(STREAM, 4)));

        assertThat(second.stateAfter(4).at(BALANCE)).hasToString("30.6544790567247868102");
        assertThat(both.stateAfter(4).at(BALANCE)).hasToString("30.30");
    }

    @Test
    void supposing_reads_nothing_from_the_store() {
        var recorded = history(Hypothesis.NONE);
        long read = source.rowsRead();

        var supposed = recorded.foldedWith(
                Hypothesis.NONE.muting(EventPick.atVersion(STREAM, 2)).over(RULES), Cancellation.never());

        assertThat(balance(supposed)).isEqualTo("10.4544790567247868102");
        assertThat(source.rowsRead()).isEqualTo(read);
    }
}
