package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick reader says what the calendar of the platform says.
final class UtcTimeTest {
    @RepeatedTest(200)
    void it_agrees_with_the_platform(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int round = 0; round < 50; round++) {
            var instant = Instant.ofEpochSecond(
                    random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000));
            assertThat(UtcTime.read(instant.toString())).as("%s", instant).contains(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00+01:00",
                "+2026-01-01T00:00:00Z",
                "2026-1-1T00:00:00Z",
                "2026-01-01T00:00:00.1x3Z"
            })
    void it_leaves_everything_else_to_others(String text) {
        assertThat(UtcTime.read(text)).isEmpty();
    }
}
