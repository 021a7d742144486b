package io.hindcast.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each check finds the defect that is planted for it, there and nowhere else, and the sound history has none.
class IntegrityTest {
    private static final int EVENTS = 450;
    private static final Fold RULES = rules();

    private static Fold rules() {
        var compiled = new RulesLanguage()
                .compile("folds.yaml", "fold: account\ncategory: account\nstart: { balance: 0 }\non:\n  Deposited:\n    add: { balance: /amount }\n");
        return switch (compiled) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) -> throw new AssertionError(errors);
        };
    }

    /// @param at the ordinal of the event that is found, -1 for a stream
    record Planted(String name, Check check, int at, String key, List<Event> events) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Planted> planted() {
        List<Event> sound = Events.sound(EVENTS);
        byte[] blank = new byte[20];
        Arrays.fill(blank, (byte) 0xFF);
        var gap = new ArrayList<>(sound);
        gap.remove(200);
        return Stream.of(
                one("versions jump", Check.VERSION_GAPS, EVENTS - 3, "version-gaps.many", event -> Events.version(event, 500)),
                new Planted("an event is gone", Check.VERSION_GAPS, 202, "version-gaps.one", gap),
                new Planted("a position is gone", Check.POSITION_GAPS, 200, "position-gaps.gap", gap),
                one("a version repeats", Check.DUPLICATE_VERSIONS, 153, "duplicate-versions.twice", event -> Events.version(event, event.version().orElse(0) - 1)),
                one("a clock goes back", Check.CLOCK_REGRESSIONS, 120, "clock-regressions.back", event -> Events.recordedAt(event, Events.START)),
                one("a late commit", Check.LATE_COMMITS, 120, "late-commits.late", event -> Events.recordedAt(event, Events.START)),
                one("an identity repeats", Check.DUPLICATE_IDS, 333, "duplicate-ids.twice", event -> Events.id(event, "e7")),
                one("a body is cut", Check.UNREADABLE, 77, "unreadable.data", event -> Events.data(event, "{\"amount\":")),
                one("metadata are cut", Check.UNREADABLE, 78, "unreadable.metadata", event -> Events.metadata(event, "{\"causationId\":")),
                one("a row has trouble", Check.UNREADABLE, 79, "unreadable.row", event -> Events.trouble(event, "the time is no time")),
                one("a name stands twice", Check.DUPLICATE_NAMES, 210, "duplicate-names.twice", event -> Events.data(event, "{\"a\":1,\"b\":{\"x\":1,\"\\u0078\":2}}")),
                one("a type is unknown", Check.UNKNOWN_TYPES, 99, "unknown-types.unknown", event -> Events.type(event, "Surprised")),
                one("a cause is missing", Check.ORPHANED_CAUSATION, 44, "orphaned-causation.missing", event -> Events.metadata(event, "{\"causationId\":\"elsewhere\"}")),
                one("a field tells of a redaction", Check.REDACTIONS, 45, "redactions.field", event -> Events.data(event, "{\"redacted\":true}")),
                one("a body is blanked", Check.REDACTIONS, 46, "redactions.blank", event -> Events.data(event, ByteSlice.of(blank))),
                one("a body is empty", Check.REDACTIONS, 47, "redactions.empty", event -> Events.data(event, ByteSlice.empty())),
                one("a type tells of a deletion", Check.TOMBSTONES, 448, "tombstones.event", event -> Events.type(event, "account.Tombstone")),
                one("an effective date is late", Check.LATE_EFFECTIVE_DATES, 12, "late-effective-dates.late", event -> Events.data(event, "{\"valueDate\":\"2025-11-30\"}")));
    }

    private static Planted one(String name, Check check, int at, String key, UnaryOperator<Event> change) {
        return new Planted(name, check, at, key, Events.with(Events.sound(EVENTS), at, change));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void a_planted_defect_is_found_where_it_is(Planted planted) {
        try (var result = examine(MemorySource.store(planted.events))) {
            var findings = result.of(planted.check).findings();

            assertThat(findings.page(0, 10)).singleElement().satisfies(finding -> {
                assertThat(finding.place().ordinal()).isEqualTo(planted.at);
                assertThat(finding.evidence().key()).isEqualTo(planted.key);
                Event event = planted.events.get(planted.at);
                assertThat(finding.place().stream()).isEqualTo(event.stream());
                assertThat(finding.place().version()).isEqualTo(event.version());
                assertThat(finding.place().position()).isEqualTo(event.position());
            });
            assertThat(result.of(planted.check).standing()).isEqualTo(new Standing.Found(1));
            assertThat(result.badge(planted.events.get(planted.at).stream())).isPresent();
        }
    }

    @Test
    void a_sound_history_is_clean_in_every_check() {
        try (var result = examine(MemorySource.store(Events.sound(EVENTS)))) {
            assertThat(result.results()).hasSize(Check.values().length).allSatisfy(one -> assertThat(one.standing())
                    .as(one.check().id())
                    .isEqualTo(new Standing.Clean()));
            assertThat(result.coverage().scanned()).isEqualTo(EVENTS);
            assertThat(result.coverage().events()).isEqualTo(EVENTS);
            assertThat(result.coverage().isComplete()).isTrue();
            assertThat(result.coverage().skipped()).hasSize(1);
            assertThat(result.badges()).isEmpty();
        }
    }

    @Test
    void a_store_without_the_means_says_so_for_each_check() {
        var events = IntStream.range(0, 50)
                .mapToObj(i -> new Event("s", "c", OptionalLong.empty(), Optional.empty(), Optional.empty(), "Deposited", Optional.empty(), ByteSlice.ofText("{}"), ByteSlice.empty(), Optional.empty()))
                .toList();
        try (var result = new Integrity(Criteria.USUAL)
                .examine(new MemorySource(events, List.of(), Set.of(), Set.of()).opened(), new MergeFold(), Progress.SILENT, Cancellation.never())) {
            Map<Check, String> reasons = new EnumMap<>(Check.class);
            result.results().forEach(one -> {
                if (one.standing() instanceof Standing.NotApplicable(Statement reason)) {
                    reasons.put(one.check(), reason.key());
                }
            });

            assertThat(reasons)
                    .containsEntry(Check.VERSION_GAPS, "reason.no-versions")
                    .containsEntry(Check.DUPLICATE_VERSIONS, "reason.no-versions")
                    .containsEntry(Check.POSITION_GAPS, "reason.no-positions")
                    .containsEntry(Check.DUPLICATE_IDS, "reason.no-ids")
                    .containsEntry(Check.CLOCK_REGRESSIONS, "reason.no-times")
                    .containsEntry(Check.LATE_COMMITS, "reason.no-times")
                    .containsEntry(Check.UNKNOWN_TYPES, "reason.no-rules")
                    .containsEntry(Check.ORPHANED_CAUSATION, "reason.no-ids")
                    .containsEntry(Check.TOMBSTONES, "reason.no-deletion-marks")
                    .containsEntry(Check.LATE_EFFECTIVE_DATES, "reason.no-effective-dates")
                    .hasSize(10);
            assertThat(result.coverage().scanned()).isEqualTo(50);
        }
    }

    @Test
    void a_hundred_thousand_findings_page_and_their_total_is_true() {
        var broken = Events.sound(100_000).stream()
                .map(event -> Events.data(event, "{\"amount\":"))
                .toList();
        try (var result = examine(MemorySource.of(broken).inPagesOf(5_000).opened())) {
            var findings = result.of(Check.UNREADABLE).findings();

            assertThat(findings.size()).isEqualTo(100_000).isEqualTo(findings.kept());
            assertThat(result.of(Check.UNREADABLE).standing()).isEqualTo(new Standing.Found(100_000));
            assertThat(result.of(Check.UNREADABLE).examples()).hasSize(CheckResult.EXAMPLES);
            assertThat(result.coverage().unreadable()).isEqualTo(100_000);
            for (long from : new long[] {0, 511, 512, 51_199, 99_990}) {
                var page = findings.page(from, 1_000);
                assertThat(page).hasSize((int) Math.min(1_000, 100_000 - from));
                for (int i = 0; i < page.size(); i++) {
                    assertThat(page.get(i).place().ordinal()).isEqualTo((int) from + i);
                }
            }
            assertThat(findings.page(100_000, 10)).isEmpty();
        }
    }

    @Test
    void what_a_store_gains_during_the_run_is_left_out() {
        var events = new ArrayList<>(Events.sound(EVENTS));
        var store = MemorySource.store(events);
        store.buildIndex(Progress.SILENT, Cancellation.never());
        events.add(Events.data(Events.sound("account-0", 151, EVENTS + 1), "{"));

        try (var result = examine(store)) {
            assertThat(result.inventory().events()).isEqualTo(EVENTS);
            assertThat(result.coverage().scanned()).isEqualTo(EVENTS);
            assertThat(result.of(Check.UNREADABLE).standing()).isEqualTo(new Standing.Clean());
        }
    }

    @Test
    void what_is_gone_during_the_run_is_counted() {
        var events = new ArrayList<>(Events.sound(EVENTS));
        var store = MemorySource.store(events);
        store.buildIndex(Progress.SILENT, Cancellation.never());
        events.remove(100);

        try (var result = examine(store)) {
            assertThat(result.coverage().gone()).isEqualTo(1);
            assertThat(result.coverage().scanned()).isEqualTo(EVENTS - 1);
        }
    }

    @Test
    void a_cancelled_run_says_what_it_did_not_reach() {
        var cancellation = new Cancellation();
        int[] pages = {0};
        var source = MemorySource.of(Events.with(Events.sound(EVENTS), 5, event -> Events.data(event, "{")));
        OpenStore store = source.opened();
        store.buildIndex(Progress.SILENT, Cancellation.never());
        source.telling(() -> {
            if (++pages[0] == 3) {
                cancellation.cancel();
            }
        });

        try (var result = new Integrity(Criteria.USUAL).examine(store, RULES, Progress.SILENT, cancellation)) {
            assertThat(result.coverage().isComplete()).isFalse();
            assertThat(result.coverage().scanned()).isBetween(1L, EVENTS - 1L);
            assertThat(result.of(Check.UNREADABLE).standing()).isEqualTo(new Standing.Stopped(1));
            assertThat(result.of(Check.DUPLICATE_IDS).standing()).isEqualTo(new Standing.Stopped(0));
            assertThat(result.of(Check.VERSION_GAPS).standing()).isEqualTo(new Standing.Clean());
        }
    }

    @Test
    void an_event_found_by_its_header_gets_its_identity() {
        var events = Events.with(Events.sound(EVENTS), 120, event -> Events.recordedAt(event, Events.START));
        try (var result = examine(MemorySource.store(events))) {
            assertThat(result.of(Check.CLOCK_REGRESSIONS).examples().getFirst().place().eventId())
                    .contains("e121");
        }
    }

    @Test
    void the_same_store_gives_the_same_findings_in_the_same_order() {
        var broken = Events.sound(2_000).stream()
                .map(event -> event.position().orElseThrow().low() % 3 == 0 ? Events.data(event, "{") : event)
                .toList();
        try (var one = examine(MemorySource.store(broken));
                var two = examine(MemorySource.store(broken))) {
            assertThat(one.of(Check.UNREADABLE).findings().page(0, 2_000))
                    .isEqualTo(two.of(Check.UNREADABLE).findings().page(0, 2_000))
                    .isSortedAccordingTo(Comparator.comparingInt(finding -> finding.place().ordinal()));
        }
    }

    @Test
    void every_check_and_reason_has_words_in_both_languages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Wording wording = Wording.in(locale);
            for (Check check : Check.values()) {
                assertThat(wording.title(check)).isNotBlank();
                assertThat(wording.question(check)).endsWith("?");
                assertThat(wording.advice(check)).endsWith(".");
            }
        }
        assertThat(Wording.in(Locale.GERMAN).title(Check.VERSION_GAPS))
                .isNotEqualTo(Wording.in(Locale.ENGLISH).title(Check.VERSION_GAPS));
    }

    private static IntegrityResult examine(OpenStore store) {
        return new Integrity(Criteria.USUAL).examine(store, RULES, Progress.SILENT, Cancellation.never());
    }
}
