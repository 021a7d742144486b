package io.hindcast.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.audit.journal.Damage.Kind;
import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    @TempDir
    Path folder = Path.of("");

    private Path file() {
        return folder.resolve("bank.journal");
    }

    private Journal journal() {
        return new Journal(file(), "ledger.db", NOON, "ada");
    }

    private static Fields body(int number) {
        return Fields.of("n", Num.of(number)).with("text", new Text("line\nwith \"quotes\" and \u202e"));
    }

    private void write(int lines) {
        for (int i = 0; i < lines; i++) {
            journal().append(i % 2 == 0 ? "mark" : "reveal", body(i));
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file()));
    }

    private void put(List<String> lines) throws IOException {
        Files.writeString(file(), String.join("\n", lines) + "\n");
    }

    @Test
    void what_was_written_is_read_back_in_order_behind_an_opening_line() {
        write(3);

        JournalReading reading = journal().read();

        assertThat(reading.isSound()).isTrue();
        assertThat(reading.entries()).extracting(JournalEntry::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(reading.entries()).extracting(JournalEntry::kind).containsExactly("journal", "mark", "reveal", "mark");
        assertThat(reading.entries().get(2).body()).isEqualTo(body(1));
        assertThat(reading.entries().getFirst().body().field("about")).isEqualTo(new Text("ledger.db"));
        assertThat(reading.entries().getLast().who()).isEqualTo("ada");
        assertThat(reading.entries().getLast().at()).isEqualTo(NOON.instant());
    }

    @Test
    void a_journal_that_nobody_wrote_into_is_empty_and_makes_no_file() {
        assertThat(journal().read()).isEqualTo(JournalReading.EMPTY);
        assertThat(file()).doesNotExist();
    }

    @Test
    void an_altered_line_is_named_and_everything_stays_readable() throws IOException {
        write(5);
        List<String> lines = lines();
        lines.set(3, lines.get(3).replace("\"ada\"", "\"eve\""));
        put(lines);

        JournalReading reading = journal().read();

        assertThat(reading.damages()).containsExactly(Damage.of(Kind.ALTERED, 4));
        assertThat(reading.damages().getFirst().sentence()).isEqualTo("Line 4 was altered.");
        assertThat(reading.entries()).hasSize(6);
        assertThat(reading.isDamaged(reading.entries().get(3))).isTrue();
        assertThat(reading.isDamaged(reading.entries().get(4))).isFalse();
    }

    @Test
    void a_line_whose_own_hash_was_made_to_fit_is_given_away_by_the_next() throws IOException {
        write(3);
        List<String> lines = lines();
        JournalLine third = JournalLine.read(lines.get(2).getBytes(StandardCharsets.UTF_8)).orElseThrow();
        var forged = new JournalEntry(3, third.entry().at(), "eve", third.entry().kind(), third.entry().body());
        lines.set(2, new String(JournalLine.write(forged, third.previous()), StandardCharsets.UTF_8));
        put(lines);

        assertThat(journal().read().damages()).containsExactly(Damage.of(Kind.ALTERED, 3));
    }

    @Test
    void missing_lines_are_named() throws IOException {
        write(6);
        List<String> lines = lines();
        lines.subList(2, 4).clear();
        put(lines);

        assertThat(journal().read().damages()).containsExactly(new Damage(Kind.MISSING, 3, 4));
    }

    @Test
    void lines_cut_off_at_the_end_show_against_a_head_that_was_noted() throws IOException {
        write(6);
        Hash noted = journal().read().head();
        List<String> lines = lines();
        put(lines.subList(0, 5));

        assertThat(journal().read().isSound()).isTrue();
        assertThat(journal().read().holds(noted)).isFalse();
    }

    @Test
    void a_half_last_line_is_kept_by_the_next_entry() throws IOException {
        write(2);
        String half = "{\"number\":4,\"at\":\"2026-11-21T12:";
        Files.writeString(file(), Files.readString(file()) + half);
        assertThat(journal().read().damages()).containsExactly(Damage.of(Kind.UNFINISHED, 4));

        journal().append("mark", body(9));

        JournalReading reading = journal().read();
        assertThat(reading.isSound()).isTrue();
        assertThat(reading.entries()).extracting(JournalEntry::kind).endsWith(JournalEntry.RECOVERED, "mark");
        assertThat(reading.entries().get(3).body().field("text")).isEqualTo(new Text(half));
    }

    @Test
    void a_last_line_that_lacks_nothing_but_its_end_is_whole() throws IOException {
        write(2);
        Files.writeString(file(), Files.readString(file()).stripTrailing());
        assertThat(journal().read().isSound()).isTrue();

        journal().append("mark", body(9));

        assertThat(journal().read().isSound()).isTrue();
        assertThat(journal().read().entries()).hasSize(4);
    }

    /// Any change to any line, but the loss of the last ones, is noticed: 400 seeds.
    @Test
    void a_broken_chain_is_always_noticed() throws IOException {
        write(8);
        byte[] whole = Files.readAllBytes(file());
        for (int seed = 0; seed < 400; seed++) {
            byte[] broken = broken(whole, new Random(seed));
            Files.write(file(), broken);

            assertThat(journal().read().isSound()).as("seed %d", seed).isFalse();
        }
    }

    private static byte[] broken(byte[] whole, Random random) {
        var lines = new ArrayList<>(List.of(new String(whole, StandardCharsets.UTF_8).split("\n")));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> {
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length - 1)] ^= (byte) (1 << random.nextInt(7));
                return flipped;
            }
            case 1 -> lines.remove(random.nextInt(lines.size() - 1));
            case 2 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
            case 3 -> lines.set(at, lines.get(at).replace("2026", "2025"));
            default -> {
                int other = (at + 1 + random.nextInt(lines.size() - 1)) % lines.size();
                String moved = lines.get(at);
                lines.set(at, lines.get(other));
                lines.set(other, moved);
            }
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_added_since_is_read_without_the_rest() throws IOException {
        write(3);
        JournalReading before = journal().read();
        write(2);

        assertThat(journal().read(before)).isEqualTo(journal().read());
        assertThat(journal().read(before).entries()).hasSize(6);
    }

    @Test
    void a_journal_that_does_not_go_on_from_an_earlier_reading_is_read_anew() throws IOException {
        write(3);
        JournalReading before = journal().read();
        List<String> lines = lines();
        lines.set(3, lines.get(3).replace("\"ada\"", "\"eve\""));
        put(lines);

        assertThat(journal().read(before).damages()).containsExactly(Damage.of(Kind.ALTERED, 4));

        put(lines.subList(0, 2));
        assertThat(journal().read(before).entries()).hasSize(2);
    }

    @Test
    void many_writers_at_once_make_one_chain() throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JournalEntry>> tasks = IntStream.range(0, 40)
                    .<Callable<JournalEntry>>mapToObj(i -> () -> journal().append("mark", body(i)))
                    .toList();
            for (var done : writers.invokeAll(tasks)) {
                done.get();
            }
        }

        JournalReading reading = journal().read();
        assertThat(reading.isSound()).isTrue();
        assertThat(reading.entries()).hasSize(41);
    }

    @Test
    void several_programs_at_once_make_one_chain() throws Exception {
        var programs = new ArrayList<Process>();
        for (String who : List.of("ada", "bob", "eve")) {
            programs.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WritesLines.class.getName(),
                            file().toString(),
                            who,
                            "40")
                    .inheritIO()
                    .start());
        }
        for (Process program : programs) {
            assertThat(program.waitFor()).isZero();
        }

        JournalReading reading = journal().read();
        assertThat(reading.isSound()).isTrue();
        assertThat(reading.entries()).hasSize(121);
        assertThat(reading.entries().stream().filter(entry -> entry.who().equals("eve") && entry.kind().equals("mark")))
                .extracting(entry -> entry.body().field("n"))
                .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(Num::of).toList());
    }

    @Test
    void another_file_is_never_written_to() throws IOException {
        for (String text : List.of("{\"type\":\"Opened\"}\n", "no line end", "{\"number\":1}", "\n", "SQLite format 3\0")) {
            Files.writeString(file(), text);

            assertThatThrownBy(() -> journal().append("mark", body(1)))
                    .isInstanceOf(JournalFailure.class)
                    .hasMessageContaining("is no journal");
            assertThatThrownBy(() -> journal().read()).isInstanceOf(JournalFailure.class);
            assertThat(Files.readString(file())).isEqualTo(text);
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_a_sentence() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertThatThrownBy(() -> new Journal(taken, "", NOON, "ada").append("mark", body(1)))
                .isInstanceOf(JournalFailure.class)
                .hasMessage("The journal %s cannot be written.".formatted(taken));
    }
}
