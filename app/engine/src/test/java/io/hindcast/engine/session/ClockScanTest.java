package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.engine.clocks.ClockPoints;
import io.hindcast.engine.clocks.ClockScan;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockScanTest {
    private static final String LATE_EVENING = "2026-03-31T22:30:00.123456789Z";
    private final MemorySource source = new MemorySource()
            .event("account-1", 1, "Booked", LATE_EVENING, "{\"on\": \"2026-03-20\"}")
            .event("account-2", 1, "Planned", LATE_EVENING, "{\"on\": \"2026-05-01\"}")
            .event("account-1", 2, "Booked", LATE_EVENING, "{}")
            .event("account-1", 3, "Booked", "", "{}")
            .event("loan-1", 1, "Booked", LATE_EVENING, "{\"on\": \"2026-03-20\"}");

    private static Fold rules() {
        return new RulesLanguage()
                        .compile("folds.yaml", "fold: accounts\neffective: /on\non: { Booked: merge, Planned: merge }\n")
                instanceof Compiled.Ready ready
                ? ready.fold()
                : failed();
    }

    private static Fold failed() {
        throw new AssertionError("the rules of the test are wrong");
    }

    private OpenStore store() {
        return new IndexedStore(
                "memory",
                source,
                new StandardPayloads(),
                new FoldFinder(List.of()).find(new Location("memory:x"), source));
    }

    private ClockPoints category(Fold fold, ZoneId zone) {
        return new ClockScan(fold, zone).of(store(), "account", Progress.SILENT, Cancellation.never());
    }

    @Test
    void each_event_of_the_category_has_its_two_days() {
        ClockPoints points = category(rules(), ZoneOffset.UTC);

        assertThat(points.size()).isEqualTo(3);
        assertThat(points.undated()).isEqualTo(1);
        assertThat(points.isComplete()).isTrue();
        assertThat(points.stream(0)).isEqualTo("account-1");
        assertThat(points.recordedAt(0)).isEqualTo(Instant.parse(LATE_EVENING));
        assertThat(points.effectiveOn(0)).isEqualTo(LocalDate.parse("2026-03-20"));
        assertThat(points.daysLate(0)).isEqualTo(11);
        assertThat(points.type(1)).isEqualTo("Planned");
        assertThat(points.daysLate(1)).isEqualTo(-31);
        assertThat(points.daysLate(2)).isZero();
    }

    @Test
    void the_day_of_recording_is_that_of_the_zone() {
        ClockPoints points = category(rules(), ZoneId.of("Europe/Zurich"));

        assertThat(points.daysLate(0)).isEqualTo(12);
        assertThat(points.daysLate(2)).isZero();
        assertThat(Math.floor(points.recordedDay(0))).isEqualTo((double) LocalDate.parse("2026-04-01").toEpochDay());
    }

    @Test
    void a_loaded_stream_gives_the_same_points_without_reading_again() {
        var history = store().history("account-1", rules(), Progress.SILENT, Cancellation.never());
        long read = source.rowsRead();

        ClockPoints points = new ClockScan(rules(), ZoneOffset.UTC).of(history, Cancellation.never());

        assertThat(points.size()).isEqualTo(2);
        assertThat(points.daysLate(0)).isEqualTo(11);
        assertThat(points.version(1)).hasValue(2);
        assertThat(source.rowsRead()).isEqualTo(read);
    }

    @Test
    void what_is_supposed_never_to_have_happened_has_no_point() {
        Fold supposed = Hypothesis.NONE.muting(EventPick.atVersion("account-1", 1)).over(rules());

        assertThat(category(supposed, ZoneOffset.UTC).size()).isEqualTo(2);
    }

    @Test
    void a_cancelled_scan_says_that_it_is_partial() {
        var cancelled = new Cancellation();
        cancelled.cancel();

        assertThat(new ClockScan(rules(), ZoneOffset.UTC)
                        .of(store(), "account", Progress.SILENT, cancelled)
                        .isComplete())
                .isFalse();
    }
}
