package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.sample.PlantedDefect.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerHistoryTest {
    @Test
    void the_same_seed_gives_the_same_bytes() {
        assertThat(Recording.of(5_000, 42).digest())
                .isEqualTo(Recording.of(5_000, 42).digest())
                .isNotEqualTo(Recording.of(5_000, 43).digest());
    }

    /// When this fails on purpose, raise [LedgerHistory#GENERATOR_VERSION] and note the new digest.
    @Test
    void the_history_of_this_generator_version_is_known_to_the_last_bit() {
        assertThat(LedgerHistory.GENERATOR_VERSION).isEqualTo(1);
        assertThat(Recording.of(5_000, 42).digest())
                .isEqualTo("9c033d25119eb759a23a78ab49eea12404b8fbb43c9d1e3d4d5f49f84373ff0b");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "1001, 2", "2500, 3", "10000, 4", "25000, 42", "60000, 7"})
    void a_history_has_exactly_its_length(long events, long seed) {
        var recording = Recording.of(events, seed);

        assertThat(recording.events).hasSize((int) events);
        assertThat(recording.events.getLast().position()).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 42})
    void every_defect_is_planted_once_whatever_the_seed(long seed) {
        var kinds = Recording.of(2_500, seed).planted.stream()
                .map(PlantedDefect::kind)
                .toList();

        assertThat(kinds).as("seed %d", seed).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void the_usual_history_has_some_fifteen_hundred_streams_of_four_categories() {
        var recording = Recording.of(25_000, 42);

        assertThat(recording.streams().size()).isBetween(1_300, 1_700);
        assertThat(recording.events.stream().map(SampleEvent::category).distinct())
                .containsExactlyInAnyOrder("account", "loan", "invoice", "payment");
        assertThat(recording.snapshots.stream()
                        .map(snapshot -> snapshot.stream().substring(0, 4))
                        .distinct())
                .containsExactlyInAnyOrder("acco", "loan", "invo");
    }

    @Test
    void one_account_is_far_busier_than_the_others() {
        var sizes = Recording.of(25_000, 42).streams().values().stream()
                .map(events -> events.size())
                .sorted()
                .toList();

        assertThat(sizes.getLast()).isGreaterThan(2 * sizes.get(sizes.size() - 2));
    }

    @Test
    void weekends_and_the_turn_of_the_year_are_quiet_and_a_quarter_end_is_busy() {
        var perDay = Recording.of(25_000, 42).events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.recordedAt().atZone(ZoneOffset.UTC).toLocalDate(), Collectors.counting()));
        long saturdays = perDay.entrySet().stream()
                .filter(day -> day.getKey().getDayOfWeek() == DayOfWeek.SATURDAY)
                .mapToLong(day -> day.getValue())
                .sum();

        assertThat(saturdays).isLessThan(1_000);
        assertThat(count(perDay, LocalDate.of(2024, 12, 27))).isLessThan(40);
        assertThat(count(perDay, LocalDate.of(2025, 3, 27))).isGreaterThan(80);
    }

    @Test
    void the_usual_history_has_every_type() {
        var types =
                Recording.of(25_000, 42).events.stream().map(SampleEvent::type).collect(Collectors.toSet());

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "AccountOpened",
                        "MoneyDeposited",
                        "MoneyWithdrawn",
                        "TransferSent",
                        "TransferReceived",
                        "FeeCharged",
                        "InterestPaid",
                        "CorrectionPosted",
                        "AccountFrozen",
                        "AccountUnfrozen",
                        "OwnerDetailsChanged",
                        "OverdraftLimitChanged",
                        "AccountClosed",
                        "LoanApplied",
                        "LoanApproved",
                        "LoanDisbursed",
                        "RepaymentReceived",
                        "InterestAccrued",
                        "LoanRestructured",
                        "LoanWrittenOff",
                        "LoanSettled",
                        "InvoiceDrafted",
                        "LineAdded",
                        "LineRemoved",
                        "InvoiceIssued",
                        "PaymentAllocated",
                        "InvoicePaid",
                        "CreditNoteIssued",
                        "PaymentInitiated",
                        "PaymentAuthorised",
                        "PaymentCleared",
                        "PaymentRejected",
                        "LegacyAccountTagged");
    }

    @Test
    void a_length_out_of_bounds_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> new HistorySize(999, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample history has from 1000 to 10000000 events, not 999.");
    }

    private static long count(Map<LocalDate, Long> perDay, LocalDate date) {
        return perDay.getOrDefault(date, 0L);
    }
}
