package io.hindcast.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The state behind the last event is the same, whether its history is kept or not.
class HeadFoldingTest {
    private static final String RULES =
            """
            fold: accounts
            on:
              Booked: { add: { balance: /amount, "by/{/who}": /amount } }
              Renamed: { set: { name: /name } }
            """;

    @Test
    void it_is_that_of_the_history() {
        for (int seed = 0; seed < 200; seed++) {
            MemorySource source = made(new Random(seed));
            for (Fold fold : List.of(rules(), new MergeFold())) {
                var loader = new HistoryLoader(source, new StandardPayloads());
                var history = loader.load("account-1", fold, Progress.SILENT, Cancellation.never());

                assertThat(loader.head("account-1", fold, Progress.SILENT, Cancellation.never()))
                        .as("seed %d, %s", seed, fold.name())
                        .isEqualTo(StreamState.of(history, history.at(Moment.HEAD)));
            }
        }
    }

    @Test
    void a_cancelled_one_is_the_state_behind_what_was_folded() {
        MemorySource source = made(new Random(1));
        var cancellation = new Cancellation();
        cancellation.cancel();

        var state = new HistoryLoader(source, new StandardPayloads())
                .head("account-1", rules(), Progress.SILENT, cancellation);

        assertThat(state.at().eventsApplied()).isZero();
        assertThat(state.at().last()).isEmpty();
        assertThat(state.at().state().isPresent()).isFalse();
    }

    /// No events now and then, bodies that are broken, amounts that are none.
    private static MemorySource made(Random random) {
        var source = new MemorySource();
        int events = random.nextInt(40);
        for (int version = 0; version < events; version++) {
            String body =
                    switch (random.nextInt(8)) {
                        case 0 -> "{\"name\": \"N%d\"}".formatted(version);
                        case 1 -> "{\"amount\": \"much\", \"who\": \"A\"}";
                        case 2 -> "{\"amount\": ";
                        default -> "{\"amount\": %d.%02d, \"who\": \"%c\"}"
                                .formatted(random.nextInt(1000) - 500, random.nextInt(100), 'A' + random.nextInt(5));
                    };
            String type = body.contains("name") ? "Renamed" : "Booked";
            source.event("account-1", version, type, "2026-01-01T00:%02d:00Z".formatted(version), body);
        }
        return source;
    }

    private static Fold rules() {
        return switch (new RulesLanguage().compile("test.folds.yaml", RULES)) {
            case Compiled.Ready ready -> ready.fold();
            case Compiled.Rejected rejected -> throw new AssertionError(rejected.errors());
        };
    }
}
