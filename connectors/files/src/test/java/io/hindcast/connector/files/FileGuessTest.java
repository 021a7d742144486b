package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.MappingGuess.Part;
import io.hindcast.connector.OpenRequest;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileGuessTest {
    @TempDir
    Path folder;

    @Test
    void a_file_whose_names_say_nothing_is_guessed_from_its_values() {
        var file = Exports.write(folder, "bank.csv", """
                Kto;Was;Wann;Betrag
                CH1;Einzahlung;01.03.2026 10:00:00;12,50
                CH2;Einzahlung;01.03.2026 10:01:00;100,00
                CH1;Auszahlung;01.03.2026 10:02:00;3,20
                CH2;Auszahlung;02.03.2026 10:02:00;7,10
                CH3;Einzahlung;02.03.2026 10:03:00;5,00
                """);

        var guess = guesses(file).getFirst();

        assertThat(guess.table()).isEqualTo("bank.csv");
        assertThat(part(guess, "stream").value()).isEqualTo("{Kto}");
        assertThat(part(guess, "type")).satisfies(type -> {
            assertThat(type.value()).isEqualTo("{Was}");
            assertThat(type.because()).isEqualTo("few values come again and again");
            assertThat(type.samples()).containsExactly("Einzahlung", "Auszahlung");
        });
        assertThat(part(guess, "recorded").value()).isEqualTo("{Wann}");
        assertThat(guess.unused()).containsExactly("Betrag");
        assertThat(Exports.events(file, mapping(guess))).hasSize(5).noneMatch(event -> event.trouble().isPresent());
    }

    @Test
    void what_else_a_role_might_be_is_named() {
        var file = Exports.write(folder, "x.ndjson", """
                {"aggregateId":"a","kind":"Opened","type":"Opened","account":"x"}
                {"aggregateId":"a","kind":"Closed","type":"Closed","account":"x"}
                """);

        var guess = guesses(file).getFirst();

        assertThat(part(guess, "stream").because()).isEqualTo("its name says so");
        assertThat(part(guess, "stream").others()).contains("account");
        assertThat(guess.roles()).contains("effectiveAt", "tenant");
    }

    @ParameterizedTest
    @MethodSource("exports")
    void the_guess_written_down_reads_what_is_read_without_it(Path file) {
        var guess = guesses(file).getFirst();

        assertThat(told(Exports.events(file, mapping(guess)))).isEqualTo(told(Exports.events(file)));
    }

    private static List<String> told(List<Event> events) {
        return events.stream()
                .map(event -> String.join(
                        "|",
                        event.stream(),
                        event.category(),
                        event.type(),
                        String.valueOf(event.version()),
                        String.valueOf(event.recordedAt()),
                        String.valueOf(event.id()),
                        event.data().text(),
                        event.metadata().text()))
                .toList();
    }

    static Stream<Path> exports() throws IOException {
        try (var files = Files.list(Exports.REAL)) {
            return files.filter(file -> file.toString().endsWith(".gz") && !file.toString().contains("facts"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void a_folder_is_guessed_file_by_file_and_what_holds_no_records_is_passed_over() {
        Exports.write(folder, "a.csv", "stream,type\na,T\n");
        Exports.write(folder, "b.ndjson", "{\"stream\":\"b\",\"type\":\"T\"}\n");
        Exports.write(folder, "c.json", "[1, 2]");

        assertThat(guesses(folder)).extracting(MappingGuess::table).containsExactly("a.csv", "b.ndjson");
    }

    @Test
    void the_first_of_several_fields_that_holds_something_wins() {
        var file = Exports.write(folder, "x.ndjson", """
                {"to":"x","from":"y","type":"T"}
                {"to":null,"from":"y","type":"T"}
                """);
        var mapping = Exports.write(folder, "m.txt", "[events]\nstream = {to} or {from}\n");

        assertThat(Exports.events(file, Map.of("mapping", mapping.toString())))
                .extracting(event -> event.stream())
                .containsExactly("x", "y");
    }

    private Map<String, String> mapping(MappingGuess guess) {
        return Map.of("mapping", Exports.write(folder, "guess.layout", guess.text()).toString());
    }

    private static List<MappingGuess> guesses(Path path) {
        return new FilesConnector()
                .guessMappings(new OpenRequest(new Location(path.toString()), Map.of(), Optional::empty));
    }

    private static Part part(MappingGuess guess, String role) {
        return guess.parts().stream().filter(it -> it.role().equals(role)).findFirst().orElseThrow();
    }
}
