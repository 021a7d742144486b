package io.hindcast.desktop.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final StreamHistory account = account();

    private static StreamHistory account() {
        var store = Bank.open();
        return store.history(Bank.ACCOUNT, store.defaultFold(), Progress.SILENT, Cancellation.never());
    }

    @Test
    void missing_versions_stand_in_a_row_of_their_own() throws InterruptedException {
        Rows rows = Rows.of(account, Narrowing.OPEN, true);

        assertThat(rows.size()).isEqualTo(181);
        assertThat(rows.gaps()).isEqualTo(1);
        EventRow gap = IntStream.range(0, rows.size())
                .mapToObj(rows::row)
                .filter(EventRow.Gap.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(gap).isEqualTo(new EventRow.Gap(62, 64));
    }

    @Test
    void where_a_store_leaves_out_versions_nothing_is_missing() throws InterruptedException {
        assertThat(Rows.of(account, Narrowing.OPEN, false).gaps()).isZero();
    }

    @Test
    void both_events_of_a_doubled_version_are_marked() throws InterruptedException {
        Rows rows = Rows.of(account, Narrowing.OPEN, true);

        assertThat(rows.duplicates()).isEqualTo(2);
        assertThat(rows.row(rows.rowOf(90))).isInstanceOfSatisfying(EventRow.OfEvent.class, row -> {
            assertThat(row.isDuplicate()).isTrue();
            assertThat(row.index()).isEqualTo(90);
        });
    }

    @Test
    void an_event_that_could_not_be_read_says_why() throws InterruptedException {
        Rows rows = Rows.of(account, Narrowing.OPEN, true);

        assertThat(rows.row(rows.rowOf(121)))
                .isInstanceOfSatisfying(
                        EventRow.OfEvent.class, row -> assertThat(row.problem()).hasValueSatisfying(reason -> assertThat(
                                        reason)
                                .contains("unexpected end")));
    }

    @Test
    void every_event_is_found_again_beside_the_gaps() throws InterruptedException {
        Rows rows = Rows.of(account, Narrowing.OPEN, true);

        for (int i = 0; i < account.size(); i++) {
            assertThat(rows.row(rows.rowOf(i))).isInstanceOf(EventRow.OfEvent.class);
        }
        assertThat(rows.rowOf(-1)).isEqualTo(-1);
        assertThat(rows.rowOf(account.size())).isEqualTo(-1);
    }

    @Test
    void a_type_and_a_text_narrow_the_rows() throws InterruptedException {
        Rows fees = Rows.of(account, new Narrowing(Optional.of("FeeCharged"), ""), true);
        Rows version = Rows.of(account, new Narrowing(Optional.empty(), " V12 "), true);

        assertThat(fees.shown()).isEqualTo(fees.size()).isBetween(5, 20);
        assertThat(version.shown()).isEqualTo(1);
        assertThat(version.rowOf(0)).isEqualTo(-1);
    }
}
