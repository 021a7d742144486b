package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a seeded generator wrote is read back unchanged, whatever the text, the numbers and the layout of the lines.
final class RoundTripTest {
    private static final String[] TEXTS = {
        "", " ", "plain", "Ünïcödé", "李", "🦉🦉", "e\u0301", "\u200B", "\uFEFF", "\u2028", "\u0001", "\n\r\t", "\"\\/",
        "'; --", "null", "0", "{}", "a/b~c", "\uFFFF", "\u0000"
    };

    private record Written(String stream, String type, String data, String note) {}

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_written_is_read(int seed) throws IOException, NoSuchAlgorithmException {
        var random = new Random(seed);
        var written = new ArrayList<Written>();
        var lines = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        for (int event = 1 + random.nextInt(40); event > 0; event--) {
            var row = new Written(nonBlank(random), nonBlank(random), value(random, 4), text(random));
            written.add(row);
            lines.append(line(row, random))
                    .append(random.nextBoolean() ? "\n" : "\r\n")
                    .append(blank(random, "\n"));
        }
        var file = Exports.write(folder, "x.ndjson", lines.toString());
        byte[] before = sha256(file);

        var events = Exports.events(file);

        assertThat(events).as("seed %d", seed).hasSameSizeAs(written);
        for (int row = 0; row < events.size(); row++) {
            assertSame(events.get(row), written.get(row), seed);
        }
        assertBackward(file, events, 1 + random.nextInt(9), seed);
        assertThat(sha256(file)).isEqualTo(before);
    }

    private static void assertSame(Event event, Written row, int seed) {
        assertThat(event.trouble()).as("seed %d", seed).isEmpty();
        assertThat(event.stream()).as("seed %d", seed).isEqualTo(row.stream);
        assertThat(event.type()).as("seed %d", seed).isEqualTo(row.type);
        assertThat(event.data().text()).as("seed %d", seed).isEqualTo(row.data.equals("null") ? "" : row.data);
        assertThat(event.metadata().text()).as("seed %d", seed).isEqualTo("{\"note\":" + quoted(row.note) + "}");
    }

    private static void assertBackward(Path file, List<Event> events, int pageSize, int seed) {
        try (var source = Exports.open(file)) {
            var request = ReadRequest.store(Detail.FULL)
                    .withDirection(Direction.BACKWARD)
                    .withPageSize(pageSize);
            assertThat(ReadOut.of(source, request).events()).as("seed %d", seed).isEqualTo(events.reversed());
        }
    }

    private static String line(Written row, Random random) {
        var members = new ArrayList<>(
                List.of("\"stream\":" + quoted(row.stream), "\"type\" :" + quoted(row.type), "\"data\":" + row.data));
        members.add(random.nextInt(4), "\"note\": " + quoted(row.note));
        return blank(random, " ") + "{" + String.join("," + blank(random, "\t"), members) + "}";
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> quoted(text(random));
            case 1 -> "null";
            case 2 -> Boolean.toString(random.nextBoolean());
            case 3, 4, 5 -> number(random);
            case 6 -> "[" + blank(random, " ") + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default -> "{" + quoted("k" + text(random)) + blank(random, " ") + ":" + value(random, depth - 1) + "}";
        };
    }

    private static String number(Random random) {
        var digits = new StringBuilder(random.nextBoolean() ? "-" : "").append(1 + random.nextInt(9));
        random.ints(random.nextInt(60), 0, 10).forEach(digits::append);
        if (random.nextBoolean()) {
            digits.append('.');
            random.ints(1 + random.nextInt(40), 0, 10).forEach(digits::append);
        }
        return digits + (random.nextInt(4) == 0 ? "E" + (random.nextInt(9999) - 5000) : "");
    }

    private static String nonBlank(Random random) {
        return "s" + text(random);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int part = random.nextInt(4); part > 0; part--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }

    private static String blank(Random random, String space) {
        return space.repeat(random.nextInt(3));
    }

    private static String quoted(String text) {
        var out = new ByteArrayOutputStream();
        JsonText.quote(text, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    }
}
