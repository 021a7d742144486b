package io.hindcast.engine.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.Matching;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a fold writes, the log gives the state behind every event as the editor had it, from wherever one comes.
class ChangeLogLawsTest {
    private static final int SEEDS = 150;
    private static final int EVENTS = 60;

    private record Written(ChangeLog log, List<StateValue> states) {}

    private static Written write(RandomGenerator random, Tuning tuning, LogMemory memory, int mostEdits) {
        var edits = new RandomEdits(random);
        var editor = new TreeEditor();
        var writer = new ChangeLogWriter(memory, tuning);
        var states = new ArrayList<StateValue>();
        editor.begin();
        for (int i = random.nextInt(4); i > 0; i--) {
            edits.edit(editor);
        }
        editor.commit(writer);
        writer.begun();
        states.add(editor.root());
        for (int event = 0; event < EVENTS; event++) {
            editor.begin();
            for (int i = random.nextInt(mostEdits + 1); i > 0; i--) {
                edits.edit(editor);
            }
            if (random.nextInt(8) == 0) {
                editor.rollback();
            } else {
                editor.commit(writer);
            }
            writer.endEvent();
            states.add(editor.root());
        }
        return new Written(writer.close(), states);
    }

    @ParameterizedTest
    @CsvSource({
        "4096, 57344, 32768, 256, 96, 1000000",
        "1, 57344, 0, 0, 0, 1000000",
        "5, 57344, 0, 3, 0, 0",
        "7, 57344, 32768, 100, 0, 1000000",
        "4096, 60, 0, 8, 1000, 1000000",
    })
    void any_jump_and_any_step_gives_what_the_editor_had(int events, int bytes, int dense, int near, int few, long cap) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Written written = write(random, new Tuning(events, bytes, 9, dense, near, few), new LogMemory(cap, null), 3);
            int at = 0;
            for (int look = 0; look < 3 * EVENTS; look++) {
                at = switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(EVENTS + 1);
                    case 1 -> Math.min(EVENTS, at + 1);
                    default -> Math.max(0, at - 1);
                };
                StateValue state = written.log.stateAfter(at - 1);

                assertThat(state).as("seed %d, event %d", seed, at - 1).isEqualTo(written.states.get(at));
            }
        }
    }

    @Test
    void several_threads_that_jump_about_at_once_get_what_the_editor_had() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Written written = write(random, new Tuning(20, 57_344, 9, 0, 0, 0), new LogMemory(1 << 20, null), 3);

            List<Integer> wrong = random.ints(40L * EVENTS, 0, EVENTS + 1)
                    .parallel()
                    .filter(at -> !written.log.stateAfter(at - 1).equals(written.states.get(at)))
                    .boxed()
                    .toList();

            assertThat(wrong).as("seed %d", seed).isEmpty();
        }
    }

    /// Only a field that one event takes away and puts back may stand elsewhere; hence one edit an event.
    @ParameterizedTest
    @CsvSource({"4096, 256", "3, 0", "6, 4"})
    void fields_stand_in_the_order_in_which_they_came(int events, int near) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Written written = write(random, new Tuning(events, 57_344, 9, 0, near, near), new LogMemory(1 << 20, null), 1);
            for (int at = 0; at <= EVENTS; at++) {
                assertThat(StateText.compact(written.log.stateAfter(at - 1)))
                        .as("seed %d, event %d", seed, at - 1)
                        .isEqualTo(StateText.compact(written.states.get(at)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4096, 256", "3, 0", "6, 4"})
    void the_changes_of_an_event_are_the_differences_of_the_states_around_it(int events, int near) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Written written = write(random, new Tuning(events, 57_344, 9, 0, near, near), new LogMemory(1 << 20, null), 3);
            for (int event = 0; event < EVENTS; event++) {
                List<Change> differences = Difference.between(
                        written.states.get(event), written.states.get(event + 1), Matching.BY_PLACE);

                assertThat(written.log.changesAt(event))
                        .as("seed %d, event %d", seed, event)
                        .containsExactlyInAnyOrderElementsOf(differences);
            }
        }
    }
}
