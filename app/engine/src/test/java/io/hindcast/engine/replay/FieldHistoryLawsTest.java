package io.hindcast.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// What the log says of fields is what going through all events says.
class FieldHistoryLawsTest {
    private static final List<String> FIELDS =
            List.of("", "/a", "/b/c", "/b", "/l", "/l/1", "/l/*/n", "/l/0/n", "/*/c", "/nowhere", "/*/*/*");

    private static StreamHistory history(RandomGenerator random, int events) {
        var source = new MemorySource();
        for (int i = 0; i < events; i++) {
            String time = random.nextInt(10) == 0 ? "" : at(i - random.nextInt(3)).toString();
            source.event("s-1", i, "Said", time, body(random));
        }
        return new HistoryLoader(source, new StandardPayloads())
                .load("s-1", new MergeFold(), Progress.SILENT, Cancellation.never());
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
    }

    private static String body(RandomGenerator random) {
        return switch (random.nextInt(7)) {
            case 0 -> "{\"a\": %d.%d}".formatted(random.nextInt(-9, 9), random.nextInt(10));
            case 1 -> "{\"a\": \"gone\"}";
            case 2 -> "{\"b\": {\"c\": %d, \"d\": [1]}}".formatted(random.nextInt(5));
            case 3 -> "{\"b\": null}";
            case 4 -> "{\"l\": [{\"n\": %d}, {\"n\": %d}]}".formatted(random.nextInt(3), random.nextInt(3));
            case 5 -> "{\"l\": [{\"n\": %d}]}".formatted(random.nextInt(3));
            default -> "{\"z\": tru";
        };
    }

    @Test
    void changes_and_neighbours_are_those_of_walking() {
        for (long seed = 0; seed < 60; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            StreamHistory history = history(random, 40);
            var walked = new WalkedFields(history);
            for (String name : FIELDS) {
                FieldPattern field = FieldPattern.parse(name);
                int first = random.nextInt(40);
                int last = random.nextInt(40);

                assertThat(history.fields().changes(field, first, last, 10))
                        .as("seed %d, %s", seed, name)
                        .isEqualTo(walked.changes(field, first, last, 10));
                for (int i = -1; i <= 40; i++) {
                    assertThat(history.fields().nextChange(field, i))
                            .as("seed %d, %s behind %d", seed, name, i)
                            .isEqualTo(walked.nextChange(field, i));
                    assertThat(history.fields().previousChange(field, i))
                            .as("seed %d, %s before %d", seed, name, i)
                            .isEqualTo(walked.previousChange(field, i));
                }
            }
        }
    }

    @Test
    void curves_are_those_of_walking() {
        for (long seed = 0; seed < 60; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            StreamHistory history = history(random, 40);
            var walked = new WalkedFields(history);
            for (String name : List.of("/a", "/b/c", "/l/0/n", "/nowhere")) {
                FieldPath field = FieldPath.parse(name);
                int first = random.nextInt(20);
                int last = 20 + random.nextInt(20);
                int columns = 1 + random.nextInt(60);

                assertThat(history.fields().curve(field, first, last, columns))
                        .as("seed %d, %s by index", seed, name)
                        .isEqualTo(walked.curve(field, first, last, columns));
                assertThat(history.fields().curve(field, at(first), at(last), columns))
                        .as("seed %d, %s by time", seed, name)
                        .isEqualTo(walked.curve(field, at(first), at(last), columns));
            }
        }
    }
}
