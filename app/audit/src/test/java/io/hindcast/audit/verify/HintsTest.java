package io.hindcast.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot that was made wrongly in a known way is told to have been made so, and the event is named.
class HintsTest {
    private static final String STREAM = "account-1";
    private static final int SNAPPED = 30;

    private final Ledger ledger = new Ledger(7).grow(3, 200);
    private final List<Event> events = ledger.eventsOf(STREAM);

    HintsTest() {
        ledger.snapEvery(10);
    }

    private List<Event> until(int count) {
        return new ArrayList<>(events.subList(0, count));
    }

    private Explanation explained(StateValue wrong, Fold... others) {
        return explained(SNAPPED, wrong, others);
    }

    private Explanation explained(int version, StateValue wrong, Fold... others) {
        ledger.snap(STREAM, version, wrong);
        var result = Verification.of(
                ledger.store(), Ledger.FOLD, List.of(others), 0, Progress.SILENT, Cancellation.never());
        assertThat(result.drifts()).isEqualTo(1);
        assertThat(result.matches()).isEqualTo(result.snapshots().size() - 1L);
        return result.snapshots().stream()
                .filter(one -> one.outcome() instanceof Outcome.Drifts)
                .findFirst()
                .flatMap(VerifiedSnapshot::explanation)
                .orElseThrow();
    }

    /// The first event of a type behind a place, 0-based.
    private int next(String type, int from) {
        for (int i = from; i < events.size(); i++) {
            if (events.get(i).type().equals(type)) {
                return i;
            }
        }
        throw new AssertionError("no " + type + " behind " + from);
    }

    @Test
    void an_event_that_was_skipped_is_named() {
        int skipped = next("Withdrawn", 21);
        var left = until(SNAPPED);
        left.remove(skipped);

        var explanation = explained(Ledger.state(Ledger.FOLD, left));

        assertThat(explanation.hint()).isEqualTo(new Hint.Skipped(EventName.of(skipped, events.get(skipped)), 0));
        assertThat(explanation.lastAgreeing()).isEqualTo(OptionalLong.of(20));
        assertThat(explanation.between()).isEqualTo(10);
        assertThat(explanation.partsAt()).contains(EventName.of(skipped, events.get(skipped)));
    }

    @Test
    void an_event_that_was_applied_twice_is_named() {
        int doubled = next("Deposited", 22);
        var more = until(SNAPPED);
        more.add(doubled, events.get(doubled));

        var explanation = explained(Ledger.state(Ledger.FOLD, more));

        assertThat(explanation.hint()).isEqualTo(new Hint.Twice(EventName.of(doubled, events.get(doubled)), 0));
    }

    @Test
    void a_stale_snapshot_says_by_how_many_events() {
        var explanation = explained(Ledger.state(Ledger.FOLD, until(27)));

        assertThat(explanation.hint()).isEqualTo(new Hint.Stale(3, EventName.of(26, events.get(26))));
        assertThat(explanation.partsAt()).map(EventName::index).contains(27);
    }

    @Test
    void a_snapshot_that_knows_the_future_says_by_how_many_events() {
        var explanation = explained(Ledger.state(Ledger.FOLD, until(31)));

        assertThat(explanation.hint()).isEqualTo(new Hint.Ahead(1, EventName.of(30, events.get(30))));
    }

    @Test
    void two_events_in_the_wrong_order_are_named() {
        int first = next("Deposited", 20);
        while (!events.get(first + 1).type().equals("Deposited")) {
            first = next("Deposited", first + 1);
        }
        var exchanged = until(first + 2);
        Collections.swap(exchanged, first, first + 1);

        var explanation = explained(first + 2, Ledger.state(Ledger.FOLD, exchanged));

        assertThat(explanation.hint())
                .isEqualTo(new Hint.Reordered(
                        EventName.of(first, events.get(first)), EventName.of(first + 1, events.get(first + 1))));
    }

    @Test
    void a_fold_that_did_not_know_a_type_is_recognised() {
        Fold older = Ledger.fold("fold: old\ncategory: account\nstart: { balance: 0, count: 0 }\non:\n  Deposited:\n    add: { balance: /amount }\n    count: count\n    set: { memo: /memo }\n  Renamed:\n    set: { name: /name }\n  Limited:\n    set: { limit: /limit }\n");

        var explanation = explained(Ledger.state(older, until(SNAPPED)));

        assertThat(explanation.hint()).isInstanceOfSatisfying(Hint.OlderFold.class, hint -> {
            assertThat(hint.type()).isEqualTo("Withdrawn");
            assertThat(hint.first().index()).isEqualTo(next("Withdrawn", 0));
        });
    }

    @Test
    void a_fold_that_is_at_hand_is_tried() {
        Fold other = Ledger.fold("fold: halves\ncategory: account\nstart: { balance: 5, count: 0 }\non:\n  Deposited:\n    add: { balance: /amount }\n    count: count\n    set: { memo: /memo }\n  Withdrawn:\n    subtract: { balance: /amount }\n    count: count\n  Renamed:\n    set: { name: /name }\n  Limited:\n    set: { limit: /limit }\n");

        var explanation = explained(Ledger.state(other, until(SNAPPED)), other);

        assertThat(explanation.hint()).isEqualTo(new Hint.OtherFold(other.name()));
    }

    @Test
    void digits_lost_in_binary_sums_are_recognised() {
        ledger.events.clear();
        ledger.snapshots.clear();
        double sum = 0;
        for (int i = 1; i <= 40; i++) {
            ledger.add(STREAM, i, "Deposited", "{\"amount\":%d.1,\"memo\":\"m%d\"}".formatted(i, i));
            sum += i <= SNAPPED ? i + 0.1 : 0;
        }
        ledger.snapEvery(10);
        var right = (Fields) Ledger.state(Ledger.FOLD, ledger.eventsOf(STREAM).subList(0, SNAPPED));
        assertThat(new BigDecimal(Double.toString(sum)))
                .isNotEqualByComparingTo(((Num) right.field("balance")).value());

        var explanation = explained(right.with("balance", Num.of(new BigDecimal(Double.toString(sum)))));

        assertThat(explanation.hint())
                .isEqualTo(new Hint.Precision(FieldPath.parse("/balance"), Hint.Precision.Loss.BINARY_SUM));
    }

    @Test
    void an_amount_that_was_rounded_is_recognised() {
        var right = (Fields) Ledger.state(Ledger.FOLD, until(SNAPPED));
        BigDecimal rounded = ((Num) right.field("balance")).value().setScale(1, RoundingMode.HALF_UP);

        var explanation = explained(right.with("balance", Num.of(rounded)));

        assertThat(explanation.hint())
                .isEqualTo(new Hint.Precision(FieldPath.parse("/balance"), Hint.Precision.Loss.ROUNDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance", "count"})
    void a_field_that_was_edited_is_named(String field) {
        var right = (Fields) Ledger.state(Ledger.FOLD, until(SNAPPED));
        var wrong = right.with(field, Num.of(new BigDecimal("-4711.5")));

        var explanation = explained(wrong);

        assertThat(explanation.hint()).isEqualTo(new Hint.Edited(List.of(FieldPath.parse("/" + field))));
        assertThat(explanation.partsAt()).map(EventName::index).hasValueSatisfying(index -> assertThat(index)
                .isBetween(20, 29));
    }

    @Test
    void a_field_that_was_put_back_tells_since_when() {
        int named = next("Renamed", 0);
        int renamed = next("Renamed", named + 1);
        assertThat(renamed).isLessThan(20);
        String old = events.get(named).data().text().replaceAll(".*\"(n\\d+)\".*", "$1");
        var right = (Fields) Ledger.state(Ledger.FOLD, until(SNAPPED));

        var explanation = explained(right.with("name", new Text(old)));

        assertThat(explanation.hint())
                .isEqualTo(new Hint.OldValue(FieldPath.parse("/name"), EventName.of(named, events.get(named))));
    }

    @Test
    void every_hint_has_words_in_both_languages() {
        var event = EventName.of(0, events.getFirst());
        var path = FieldPath.parse("/balance");
        List<Hint> hints = new ArrayList<>(List.of(
                new Hint.Stale(3, event),
                new Hint.Ahead(1, event),
                new Hint.Skipped(event, 0),
                new Hint.Skipped(event, 2),
                new Hint.Twice(event, 1),
                new Hint.Reordered(event, event),
                new Hint.OlderFold("Withdrawn", 4, event),
                new Hint.OtherFold("older"),
                new Hint.OldValue(path, event),
                new Hint.Edited(List.of(path)),
                new Hint.Unexplained(),
                new Hint.NotTried()));
        for (Hint.Precision.Loss loss : Hint.Precision.Loss.values()) {
            hints.add(new Hint.Precision(path, loss));
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            hints.forEach(hint -> assertThat(HintText.in(locale).text(hint)).doesNotContain("{").endsWith("."));
        }
        assertThat(HintText.in(Locale.ENGLISH).text(new Hint.Stale(1, event))).contains("one event earlier");
    }
}
