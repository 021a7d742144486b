package io.hindcast.desktop.export;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.WholeFile;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.sheet.Workbook;
import io.hindcast.engine.state.Text;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/// Writes what a pane shows to a workbook, away from the screen's thread; a last sheet says what was asked of which store.
public final class SheetExport {
    private static final String ENDING = ".xlsx";

    private final Focus focus;
    private final Texts texts = Texts.of(SheetExport.class);

    public SheetExport(Focus focus) {
        this.focus = focus;
    }

    /// What there is to write now.
    ///
    /// @param name of the file that is offered, without its ending
    /// @param about what was asked, in the order in which it is to be read
    public record Content(String name, Map<String, String> about, List<SheetTable> tables) {}

    /// A button that asks for a file and writes there.
    public Button button(Supplier<Content> content) {
        Button button = Icons.button(Feather.DOWNLOAD, texts.text("export.workbook"), () -> {});
        button.setOnAction(_ -> ask(button.getScene().getWindow(), content.get()));
        // for whoever knows the file already
        Consumer<Path> known = file -> write(ended(file), content.get());
        button.setUserData(known);
        return button;
    }

    private void ask(Window window, Content content) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text("export.workbook"));
        chooser.setInitialFileName(content.name() + ENDING);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*" + ENDING, "*" + ENDING));
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            write(ended(file.toPath()), content);
        }
    }

    /// With the ending of workbooks, so that no store is written over by a slip.
    static Path ended(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? file : file.resolveSibling(name + ENDING);
    }

    /// Writes, and tells when it is done, or why it may not be.
    void write(Path file, Content content) {
        Optional<Notice> refusal = focus.refusal(file);
        if (refusal.isPresent()) {
            focus.tell(refusal.get());
            return;
        }
        List<Map.Entry<String, String>> about = about(content);
        focus.work().start(() -> {
            Notice told;
            try {
                write(file, content, about);
                told = Notice.information(texts.text("export.written", file.getFileName()));
            } catch (IOException failure) {
                told = Notice.warning(texts.text("export.unwritable", file.getFileName()));
            }
            Notice notice = told;
            focus.work().show(() -> focus.tell(notice));
        });
    }

    private List<Map.Entry<String, String>> about(Content content) {
        var about = new LinkedHashMap<String, String>();
        focus.storeProperty().get().ifPresent(store -> about.put("store", store.location()));
        about.putAll(content.about());
        focus.foldProperty().get().map(FoldInUse::fold).ifPresent(fold -> {
            about.putIfAbsent("fold", fold.name());
            if (fold.isHypothetical()) {
                about.put("supposed", "what if: not what was recorded");
            }
        });
        about.put("zone", focus.zoneProperty().get().getId());
        if (!focus.masks().isNone()) {
            about.put("masks", focus.masks().rules().origin());
            about.put("revealed", Integer.toString(focus.masks().revealed().size()));
        }
        return List.copyOf(about.entrySet());
    }

    private static void write(Path file, Content content, List<Map.Entry<String, String>> about) throws IOException {
        WholeFile.write(file, out -> {
            try (var workbook = new Workbook(out)) {
                for (SheetTable table : content.tables()) {
                    workbook.sheet(table.name(), table.columns());
                    for (List<Shown> row : (Iterable<List<Shown>>) table.rows()::iterator) {
                        workbook.row(row.stream().map(Shown::value).toList());
                    }
                }
                about(workbook, about);
            }
            return true;
        });
    }

    /// The sheet that says what was asked.
    private static void about(Workbook workbook, List<Map.Entry<String, String>> about) throws IOException {
        workbook.sheet("About", List.of(SheetColumn.of("field"), SheetColumn.of("value")));
        for (Map.Entry<String, String> entry : about) {
            workbook.row(List.of(new Text(entry.getKey()), new Text(entry.getValue())));
        }
    }
}
