package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers of verbs as workbooks: the rows of CSV with typed cells, and a sheet about the question.
class WorkbooksTest {
    @TempDir
    private Path scratch = Path.of("");

    private Path store = Path.of("");
    private Path book = Path.of("");

    @BeforeEach
    void takesAStore() throws IOException {
        store = new RealStore("pyeventsourcing-sqlite").unpack("store.sqlite", Files.createDirectory(scratch.resolve("store")));
        Files.copy(
                Path.of(System.getProperty("hindcast.root"), "sample-data/real/pyeventsourcing-sqlite/folds.yaml"),
                scratch.resolve("store/folds.yaml"));
        book = scratch.resolve("answer.xlsx");
    }

    @Test
    void states_have_numbers_in_their_cells_and_the_totals_on_the_second_sheet() throws IOException {
        var answer = run("states", store.toString(), "--category", "BankAccount", "--columns", "/balance", "--xlsx", book.toString());

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).isEmpty();
        assertThat(sheet(1)).contains("<t xml:space=\"preserve\">/balance</t>").containsPattern("<c r=\"C2\" t=\"n\"[^>]*><v>-?[0-9.]+</v></c>");
        assertThat(sheet(2)).contains(">population.eventsRead<", ">complete<", ">store<");
    }

    @Test
    void every_listing_can_be_a_workbook() {
        List.of(
                        List.of("streams", store.toString()),
                        List.of("events", store.toString()),
                        List.of("find", store.toString(), "--where", "/balance > 0"),
                        List.of("rollforward", store.toString(), "--category", "BankAccount", "--field", "/balance", "--from", "#0", "--by", "stream"))
                .forEach(words -> {
                    Path file = scratch.resolve(words.getFirst() + words.size() + words.get(words.size() - 1).length() + ".xlsx");
                    var more = new ArrayList<>(words);
                    more.addAll(List.of("--xlsx", file.toString()));
                    var answer = TestHouse.run(more);
                    assertThat(answer.code()).as(words + answer.err()).isIn(ExitCode.DONE, ExitCode.FOUND);
                    assertThat(file).isNotEmptyFile();
                });
    }

    @Test
    void a_file_that_is_there_is_never_written_over_least_of_all_a_store() throws IOException {
        byte[] before = Files.readAllBytes(store);

        var answer = run("events", store.toString(), "--xlsx", store.toString());

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("is the store or lies in it");
        Path letter = Files.writeString(scratch.resolve("letter.xlsx"), "Dear reader");
        assertThat(run("events", store.toString(), "--xlsx", letter.toString()).err()).contains("already; name one that is not there yet");
        assertThat(letter).hasContent("Dear reader");
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
    }

    @Test
    void another_format_beside_and_a_folder_that_is_not_there_are_refused() {
        assertThat(run("events", store.toString(), "-o", "json", "--xlsx", book.toString()).code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("events", store.toString(), "--xlsx", scratch.resolve("no/where.xlsx").toString()).code())
                .isEqualTo(ExitCode.USAGE);
    }

    private static TestHouse.Answer run(String... words) {
        return TestHouse.run(List.of(words));
    }

    private String sheet(int number) throws IOException {
        try (var zip = new ZipFile(book.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + number + ".xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
