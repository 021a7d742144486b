package io.hindcast.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Num;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetExportTest {
    @TempDir
    private Path folder = Path.of("");

    private final Turns turns = new Turns();

    @BeforeEach
    void in_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static SheetExport.Content content() {
        return new SheetExport.Content(
                "found",
                Map.of("where", "/balance < 0"),
                List.of(new SheetTable("Found", List.of(SheetColumn.of("amount")), Stream.of(List.of(Masks.NONE.state("", Num.parse("12.50")))))));
    }

    @Test
    void tables_are_sheets_and_the_last_says_what_was_asked_of_which_store() throws InterruptedException, IOException {
        Focus focus = turns.onBank();
        Path file = folder.resolve("a.xlsx");

        new SheetExport(focus).write(file, content());
        turns.settle();

        assertThat(focus.noticeProperty().get().orElseThrow().sentence()).isEqualTo("Written to a.xlsx.");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("<v>12.50</v>");
        assertThat(part(file, "xl/worksheets/sheet2.xml")).contains("/balance &lt; 0", ">fold<", ">zone<", Bank.open().location());
    }

    @Test
    void a_place_that_cannot_be_written_is_told() throws InterruptedException {
        Focus focus = turns.onBank();

        new SheetExport(focus).write(folder.resolve("nowhere/a.xlsx"), content());
        turns.settle();

        assertThat(focus.noticeProperty().get().orElseThrow().sentence()).startsWith("a.xlsx cannot be written there.");
    }

    @Test
    void nothing_is_written_over_the_store_nor_into_its_folder() throws InterruptedException, IOException {
        Path store = Files.createDirectory(folder.resolve("canary.db"));
        Focus focus = turns.focus();
        focus.show(new FakeOpener().open(OpenRequest.of(new Location(store.toString()))));
        turns.settle();

        new SheetExport(focus).write(store.resolve("a.xlsx"), content());
        turns.settle();

        assertThat(focus.noticeProperty().get().orElseThrow().sentence()).startsWith("a.xlsx is the open store or lies in it");
        assertThat(store).isEmptyDirectory();
    }

    @Test
    void a_file_always_gets_the_ending_of_workbooks() {
        assertThat(SheetExport.ended(Path.of("store.sqlite"))).isEqualTo(Path.of("store.sqlite.xlsx"));
        assertThat(SheetExport.ended(Path.of("a.xlsx"))).isEqualTo(Path.of("a.xlsx"));
    }

    private static String part(Path file, String name) throws IOException {
        assertThat(Files.size(file)).isPositive();
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
