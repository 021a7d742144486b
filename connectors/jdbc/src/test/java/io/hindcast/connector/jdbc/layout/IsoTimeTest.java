package io.hindcast.connector.jdbc.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    private static final String[] PARTS = {
        "2024", "-0001", "9999", "-02-29", "-02-30", "-12-31", "-13-01", "-1-01", "T", " ", "t", "23:59:59", "24:00:00", "12:60:00",
        "07:08", "07:08:60", ".1", ".123456789", ".1234567890", ".", "Z", "z", "+02:00", "-11:30", "+25:00", "", "x"
    };

    @Test
    void reads_what_a_formatter_reads_and_refuses_what_it_refuses() {
        for (int seed = 0; seed < 20_000; seed++) {
            String text = made(new Random(seed));

            assertThat(read(IsoTime::zoned, text))
                    .as("seed %d, %s with an offset", seed, text)
                    .isEqualTo(read(one -> OffsetDateTime.parse(one).toInstant(), text.strip().replaceFirst(" ", "T")));
        }
    }

    @Test
    void a_text_without_an_offset_is_meant_as_utc() {
        for (int seed = 0; seed < 20_000; seed++) {
            String text = made(new Random(seed)).replaceAll("[Zz+].*|-11:30.*", "");

            assertThat(read(IsoTime::utc, text))
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(read(
                            one -> one.length() == 10
                                    ? LocalDate.parse(one).atStartOfDay().toInstant(ZoneOffset.UTC)
                                    : LocalDateTime.parse(one).toInstant(ZoneOffset.UTC),
                            text.strip().replaceFirst(" ", "T")));
        }
    }

    @Test
    void an_offset_may_be_negative_or_lack_its_minutes() {
        assertThat(IsoTime.utc("2024-01-02T08:56:00-05:00")).isEqualTo(Instant.parse("2024-01-02T13:56:00Z"));
        assertThat(IsoTime.utc("2024-01-02 08:56:00.5-05")).isEqualTo(Instant.parse("2024-01-02T13:56:00.5Z"));
        assertThat(IsoTime.zoned("2024-01-02 08:56:00+00")).isEqualTo(Instant.parse("2024-01-02T08:56:00Z"));
        assertThatThrownBy(() -> IsoTime.zoned("2024-01-02 08:56:00+99")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void blanks_around_it_do_not_count() {
        assertThat(IsoTime.zoned(" 2024-01-02 08:56:00.5Z\n")).isEqualTo(Instant.parse("2024-01-02T08:56:00.5Z"));
        assertThat(IsoTime.utc("2024-01-02T08:56:00+01:00")).isEqualTo(Instant.parse("2024-01-02T07:56:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2024-01-02", "2024-01-02T08:56:00", "٢٠٢٤-01-02T08:56:00Z"})
    void without_an_offset_or_with_other_digits_it_is_no_instant(String text) {
        assertThatThrownBy(() -> IsoTime.zoned(text)).isInstanceOf(DateTimeException.class);
    }

    /// Mostly a time, with parts out of place now and then.
    private static String made(Random random) {
        var text = new StringBuilder();
        String[] usual = {"2024", "-02-29", "T", "23:59:59", ".123", "Z"};
        for (String part : usual) {
            text.append(random.nextInt(8) == 0 ? PARTS[random.nextInt(PARTS.length)] : part);
        }
        return text.toString();
    }

    private static Optional<Instant> read(Function<String, Instant> reader, String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
