package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.journal.Journals;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.Canary;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Reveal;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.MaskDesk;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store full of secrets, with masks on: every panel of the window is opened, and every text that somebody could read,
/// hear, copy or export is looked through.
class CanaryTest {
    private static final List<String> MARKERS = List.of(Canary.WORD, Canary.NUMBER, Canary.BYTES, "SECRET");

    @TempDir
    Path folder;

    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private interface Step {
        void take(Shown shown) throws Exception;
    }

    private Journals journals() {
        return new Journals(folder.resolve("journals"), InstantSource.system(), "tester");
    }

    private Shown masked() throws Exception {
        Files.writeString(folder.resolve("masks.yaml"), Canary.RULES);
        var finder = new MaskFinder(folder.resolve("person"), _ -> Optional.empty());
        Shown shown = Shown.empty(Theme.LIGHT, new MaskDesk(finder, journals()), 1280, 800);
        shown.open(folder.resolve("canary.db").toString());
        go(shown, () -> shown.focus.goTo(Canary.stream(1), new Destination.AtIndex(6)));
        return shown;
    }

    private static void go(Shown shown, Runnable what) throws Exception {
        on(() -> {
            what.run();
            return true;
        });
        shown.settle();
    }

    private static void fire(Shown shown, String id) throws Exception {
        ButtonBase button = shown.find(id, ButtonBase.class);
        go(shown, button::fire);
    }

    private static void write(Shown shown, String id, String text) throws Exception {
        TextField field = shown.find(id, TextField.class);
        go(shown, () -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    /// How each panel is brought before somebody's eyes.
    private static Map<String, Step> steps() {
        var steps = new LinkedHashMap<String, Step>();
        Step standing = shown -> {};
        for (String always : List.of("streams", "events", "transport", "status", "value", "question", "editor", "sign")) {
            steps.put(always, standing);
        }
        steps.put("detail", shown -> {
            for (String part : List.of("detail-body", "detail-metadata", "detail-raw")) {
                fire(shown, "#" + part);
                look(shown, part);
            }
        });
        steps.put("state", shown -> {
            for (String field : List.of("/owner", "/balance", "/memo")) {
                go(shown, () -> shown.focus.fieldProperty().set(Optional.of(FieldPath.parse(field))));
                go(shown, shown.window.workbench().state()::watchOrNot);
                go(shown, shown.window.workbench().state()::findWhere);
                look(shown, "state, " + field);
            }
            write(shown, "#state-search", "S1");
            look(shown, "state, searched");
            write(shown, "#state-search", "");
        });
        steps.put("compare", shown -> {
            go(shown, () -> shown.focus.compareFrom(OptionalInt.of(1)));
            go(shown, () -> shown.window.workbench().showCompare(false));
            look(shown, "compared moments");
            go(shown, () -> shown.window.workbench().showCompare(true));
        });
        steps.put("blame", shown -> {
            for (String field : List.of("/owner", "/balance", "/memo")) {
                go(shown, () -> shown.focus.fieldProperty().set(Optional.of(FieldPath.parse(field))));
                go(shown, shown.window.workbench()::showBlame);
                look(shown, "blame of " + field);
            }
        });
        steps.put("fold", shown -> {
            go(shown, shown.window.workbench()::showDraft);
            write(shown, "#draft-editor", """
                    fold: other
                    category: account
                    on:
                      AccountOpened: { set: { holder: /owner, balance: /amount } }
                      MoneyDeposited: { add: { balance: /amount } }
                    """, true);
            for (String part : List.of("#trial-here", "#trial-first", "#trial-category")) {
                fire(shown, part);
                look(shown, "trial " + part);
            }
            fire(shown, "#category-start");
        });
        steps.put("clocks", shown -> go(shown, shown.window.workbench()::showClocks));
        steps.put("states", shown -> {
            go(shown, shown.window.workbench().wholeStore()::statesAtFocus);
            MenuButton columns = shown.find(".states .menu-button", MenuButton.class);
            go(shown, () -> columns.getItems().forEach(MenuItem::fire));
            look(shown, "states with other columns");
            go(shown, () -> columns.getItems().forEach(MenuItem::fire));
        });
        steps.put("rollforward", shown -> {
            go(shown, shown.window.workbench().wholeStore()::showRoll);
            write(shown, "#roll-from", "2025-03-01T09:02");
            look(shown, "roll-forward");
        });
        steps.put("find", shown -> {
            go(shown, shown.window.workbench().wholeStore()::findStates);
            write(shown, "#find-asked", "balance > 10");
            look(shown, "found states");
            go(shown, shown.window.workbench().wholeStore()::findText);
            write(shown, "#find-asked", "owner");
            look(shown, "found texts");
        });
        steps.put("verify", shown -> {
            go(shown, shown.window.workbench().wholeStore()::showVerification);
            go(shown, () -> shown.focus.useFold(new FoldInUse(fold(), "rules", true, Optional.empty())));
            fire(shown, "#verify-run");
            go(shown, () -> shown.table("#verify-table").getSelectionModel().select(0));
            assertThat(on(EveryWord::onScreen)).anyMatch(it -> it.contains("/owner"));
        });
        steps.put("integrity", shown -> {
            go(shown, shown.window.workbench().wholeStore()::showIntegrity);
            fire(shown, "#integrity-run");
        });
        steps.put("whatif", shown -> {
            go(shown, shown.window::replaceBody);
            look(shown, "another body");
            fire(shown, "#whatif-suppose");
            go(shown, shown.window.whatIf()::muteOrNot);
            go(shown, shown.window.workbench()::showSupposed);
            look(shown, "supposed");
            go(shown, shown.window.whatIf()::takeAllBack);
        });
        steps.put("marks", shown -> {
            go(shown, () -> run(shown, "note"));
            look(shown, "a note that is being written");
            go(shown, shown.window::escape);
            go(shown, () -> run(shown, "bookmark"));
            go(shown, () -> run(shown, "showMarks"));
        });
        steps.put("mask", shown -> go(shown, shown.window::masks));
        steps.put("open", shown -> go(shown, shown.window::openDialog));
        steps.put("workspace", shown -> go(shown, shown.window::workspaceDialog));
        steps.put("mapping", shown -> {
            String beside = on(() -> shown.focus.storeProperty().get().orElseThrow().location());
            go(shown, () -> shown.window.map(OpenRequest.of(new Location(beside.replace("canary.db", "table.db")))));
            List<String> words = on(EveryWord::onScreen);
            assertThat(words).anyMatch(it -> it.equals("public.booking"));
            assertThat(words.stream().filter(it -> it.contains("CH93-000") || it.contains("12.50") || it.contains("Rent")))
                    .isEmpty();
        });
        steps.put("report", shown -> {
            go(shown, shown.window::report);
            fire(shown, "#report-write");
        });
        steps.put("shell", shown -> {
            write(shown, "#header-goto", "SECRE");
            write(shown, "#header-goto", "");
            go(shown, shown.window::palette);
            look(shown, "palette");
            go(shown, shown.window::keys);
        });
        return steps;
    }

    private static void run(Shown shown, String action) {
        shown.window.actions().stream()
                .filter(it -> it.id().equals(action))
                .findFirst()
                .orElseThrow()
                .what()
                .run();
    }

    private static Fold fold() {
        return switch (new RulesLanguage().compile("folds.yaml", """
                fold: account
                category: account
                on:
                  AccountOpened, MoneyDeposited:
                    set: { owner: /owner, amount: /amount, balance: /balance, memo: /memo, status: /status }
                """)) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) -> throw new IllegalStateException(errors.toString());
        };
    }

    private static void write(Shown shown, String id, String text, boolean whole) throws Exception {
        Node place = shown.find(id, Node.class);
        TextInputControl editor = on(() -> inputIn(place).orElseThrow());
        go(shown, () -> editor.setText(text));
    }

    private static Optional<TextInputControl> inputIn(Node node) {
        if (node instanceof TextInputControl input) {
            return Optional.of(input);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().map(CanaryTest::inputIn).flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /// No text on the screen gives a secret away.
    private static void look(Shown shown, String where) throws Exception {
        List<String> words = on(EveryWord::onScreen);
        assertThat(given(words)).as("given away by: %s", where).isEmpty();
    }

    /// Texts that hold a marker. What a person has typed to find something is no secret that the window gives away.
    private static Set<String> given(List<String> words) {
        var found = new HashSet<String>();
        for (String text : words) {
            if (MARKERS.stream().anyMatch(text.replace("SECRET-[A-Z0-9]+", "")::contains)) {
                found.add(text.length() > 200 ? near(text) : text);
            }
        }
        return found;
    }

    private static String near(String text) {
        int at = MARKERS.stream().mapToInt(text::indexOf).filter(it -> it >= 0).min().orElse(0);
        return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 50));
    }

    @Test
    void every_panel_of_the_window_was_thought_of() {
        assertThat(steps().keySet()).containsExactlyInAnyOrderElementsOf(MainWindow.PANELS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_panel_gives_a_secret_away(String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        try (Shown shown = masked()) {
            look(shown, "the window as it opens");
            shown.picture("masked-" + language);
            for (var step : steps().entrySet()) {
                step.getValue().take(shown);
                look(shown, step.getKey());
                go(shown, shown.window::escape);
            }
        }
    }

    private static String copied() throws Exception {
        return on(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void no_copy_gives_a_secret_away() throws Exception {
        try (Shown shown = masked()) {
            var copies = new LinkedHashMap<String, String>();
            for (String part : List.of("detail-body", "detail-metadata", "detail-raw")) {
                fire(shown, "#" + part);
                fire(shown, ".detail .hc-icon-button");
                copies.put(part, copied());
            }
            fire(shown, ".state .hc-icon-button");
            copies.put("state", copied());
            TreeTableView<?> tree = shown.find("#state-tree", TreeTableView.class);
            for (int row = 0; row < on(tree::getExpandedItemCount); row++) {
                int here = row;
                go(shown, () -> tree.getSelectionModel().select(here));
                for (MenuItem item : on(() -> List.copyOf(tree.getContextMenu().getItems()))) {
                    if (item.getOnAction() != null && String.valueOf(item.getText()).startsWith("Copy")) {
                        go(shown, item::fire);
                        copies.put(item.getText() + " of row " + row, copied());
                    }
                }
            }

            for (String look : List.of("copyLink", "copyCommand", "copyCitation")) {
                go(shown, () -> run(shown, look));
                copies.put(look, copied());
            }

            assertThat(copies).hasSizeGreaterThan(10);
            assertThat(copies.values()).doesNotContain("").allSatisfy(text -> assertThat(given(List.of(text))).isEmpty());
            assertThat(copies.get("detail-body")).contains("masked: owner");
        }
    }

    @Test
    void what_is_kept_for_the_next_time_gives_no_secret_away_even_when_all_is_revealed() throws Exception {
        try (Shown shown = masked()) {
            go(shown, () -> shown.focus.reveal(new Reveal.OfStore()));

            Kept kept = on(() -> shown.window.kept().orElseThrow());

            assertThat(given(List.of(kept.toString()))).isEmpty();
        }
    }

    @Test
    void no_exported_file_gives_a_secret_away() throws Exception {
        try (Shown shown = masked()) {
            var files = new ArrayList<Path>();
            export(shown, files, "#events-export");
            go(shown, shown.window.workbench().wholeStore()::findStates);
            write(shown, "#find-asked", "balance > 10");
            export(shown, files, "#find-export");
            go(shown, shown.window.workbench().wholeStore()::findText);
            write(shown, "#find-asked", "owner");
            export(shown, files, "#find-export");
            go(shown, shown.window.workbench().wholeStore()::showRoll);
            write(shown, "#roll-from", "2025-03-01T09:02");
            export(shown, files, "#roll-export");
            go(shown, shown.window.workbench().wholeStore()::statesAtFocus);
            for (MenuItem item : shown.find("#states-export", MenuButton.class).getItems()) {
                Path file = folder.resolve("states." + item.getText().replaceAll("\\W", "") + endingOf(item));
                write(shown, item.getUserData(), file);
                files.add(file);
            }

            go(shown, () -> run(shown, "bookmark"));
            go(shown, () -> run(shown, "showMarks"));
            export(shown, files, "#marks-export");

            assertThat(files).hasSize(8);
            for (Path file : files) {
                String text = textOf(file);
                assertThat(text).as("%s", file.getFileName()).contains("masked: ");
                assertThat(given(List.of(text))).as("%s", file.getFileName()).isEmpty();
            }
        }
    }

    @Test
    void every_button_that_exports_was_thought_of() throws IOException {
        Path sources = Path.of(System.getProperty("hindcast.root", "../.."), "app/desktop/src/main/java");
        var exports = new HashSet<String>();
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\"([a-z]+-export)\"").matcher(Files.readString(file)).results().forEach(it -> exports.add(it.group(1)));
            }
        }

        assertThat(exports)
                .as("exits of the window; each is taken by no_exported_file_gives_a_secret_away")
                .containsExactlyInAnyOrder("events-export", "find-export", "roll-export", "states-export", "marks-export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_report_from_the_window_gives_a_secret_away(String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        try (Shown shown = masked()) {
            go(shown, () -> run(shown, "bookmark"));
            go(shown, shown.window::report);
            ComboBox<?> templates = shown.find("#report-template", ComboBox.class);
            go(shown, () -> shown.window.scene().getRoot().lookupAll(".check-box").forEach(it -> ((CheckBox) it).setSelected(true)));
            var written = new TreeSet<String>();
            var said = new ArrayList<String>();
            for (int i = 0; i < on(() -> templates.getItems().size()); i++) {
                int chosen = i;
                Path into = Files.createDirectory(folder.resolve("report-" + i));
                go(shown, () -> templates.getSelectionModel().select(chosen));
                TextField place = shown.find("#report-folder", TextField.class);
                go(shown, () -> {
                    place.setText(into.toString());
                    if (shown.window.scene().lookup("#report-from") instanceof TextField from) {
                        from.setText("2025-03-01T09:02");
                    }
                });
                fire(shown, "#report-write");
                look(shown, "report " + i);
                said.add(shown.find("#report-said", Label.class).getText());
                try (var files = Files.list(into)) {
                    for (Path file : files.toList()) {
                        assertThat(given(List.of(textOf(file)))).as("%s", file.getFileName()).isEmpty();
                        written.add(i + " " + String.valueOf(file.getFileName()).replaceAll(".*\\.", ""));
                    }
                }
            }
            assertThat(written).as("%s", said).hasSize(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void rules_that_are_proposed_give_no_secret_away(String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        try (Shown shown = masked()) {
            go(shown, shown.window.workbench()::showDraft);
            MenuItem proposal = shown.find("#draft-start", MenuButton.class).getItems().get(1);
            go(shown, proposal::fire);

            look(shown, "rules proposed in the editor");
            assertThat(draft(shown)).contains("masked: grades", "# Masked: ");

            go(shown, () -> run(shown, "proposeFold"));
            assertThat(on(() -> shown.focus.foldProperty().get().orElseThrow().isChosen())).isTrue();
            write(shown, "#draft-editor", "", true);
            go(shown, shown.find("#draft-start", MenuButton.class).getItems().getFirst()::fire);
            look(shown, "proposed rules in use");
            assertThat(draft(shown)).isEmpty();

            go(shown, shown.window::report);
            go(shown, () -> shown.window.scene().getRoot().lookupAll(".check-box").forEach(it -> ((CheckBox) it).setSelected(true)));
            ComboBox<?> templates = shown.find("#report-template", ComboBox.class);
            go(shown, () -> templates.getSelectionModel().select(1));
            Path into = Files.createDirectory(folder.resolve("report"));
            TextField place = shown.find("#report-folder", TextField.class);
            go(shown, () -> place.setText(into.toString()));
            fire(shown, "#report-write");
            try (var files = Files.list(into)) {
                assertThat(files.toList()).hasSizeGreaterThan(2).allSatisfy(file -> assertThat(given(List.of(textOf(file)))).isEmpty());
            }
        }
    }

    @Test
    void rules_that_were_proposed_before_there_were_masks_are_taken_off_the_screen() throws Exception {
        Path later = Files.writeString(folder.resolve("later.yaml"), Canary.RULES);
        var finder = new MaskFinder(folder.resolve("person"), _ -> Optional.empty());
        try (Shown shown = Shown.empty(Theme.LIGHT, new MaskDesk(finder, journals()), 1280, 800)) {
            shown.open(folder.resolve("canary.db").toString());
            go(shown, shown.window.workbench()::showDraft);
            go(shown, shown.find("#draft-start", MenuButton.class).getItems().get(1)::fire);
            assertThat(draft(shown)).contains(Canary.NUMBER);

            go(shown, () -> shown.window.maskModel().add(later));

            assertThat(draft(shown)).isEmpty();
            look(shown, "masks were added");
        }
    }

    private static String draft(Shown shown) throws Exception {
        Node place = shown.find("#draft-editor", Node.class);
        return on(() -> inputIn(place).orElseThrow().getText());
    }

    private static String endingOf(MenuItem item) {
        return switch (item.getText()) {
            case String words when words.contains("CSV") -> ".csv";
            case String words when words.contains("JSON") -> ".json";
            default -> ".xlsx";
        };
    }

    private void export(Shown shown, List<Path> files, String button) throws Exception {
        Path file = folder.resolve(files.size() + ".xlsx");
        write(shown, shown.find(button, Button.class).getUserData(), file);
        files.add(file);
    }

    @SuppressWarnings("unchecked")
    private static void write(Shown shown, Object writer, Path file) throws Exception {
        go(shown, () -> ((Consumer<Path>) writer).accept(file));
    }

    /// A workbook is an archive of texts.
    private static String textOf(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        try (var workbook = new ZipFile(file.toFile())) {
            for (var entry : List.copyOf(workbook.stream().toList())) {
                text.append(new String(workbook.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static void reveal(Shown shown, String scope, String reason) throws Exception {
        go(shown, shown.window::masks);
        RadioButton choice = shown.find("#reveal-" + scope, RadioButton.class);
        go(shown, () -> choice.setSelected(true));
        write(shown, "#reveal-reason", reason);
        fire(shown, "#reveal-do");
    }

    @Test
    void a_stream_is_revealed_for_a_reason_and_hidden_again() throws Exception {
        try (Shown shown = masked()) {
            reveal(shown, "STREAM", "complaint 17 of the customer");
            shown.picture("masked-dialog");
            go(shown, shown.window::escape);
            shown.picture("masked-revealed");

            List<String> words = on(EveryWord::onScreen);
            assertThat(words).anyMatch(it -> it.contains("SECRET-OWNER16")).anyMatch(it -> it.contains(Canary.NUMBER));
            assertThat(words).anyMatch(it -> it.contains("SECRET-USER6")).noneMatch(it -> it.contains("SECRET-S2"));
            var entry = journals()
                    .of(new Location(folder.resolve("canary.db").toString()))
                    .read()
                    .entries()
                    .getLast();
            assertThat(entry.kind()).isEqualTo("reveal");
            assertThat(entry.who()).isEqualTo("tester");
            assertThat(entry.body().at(FieldPath.parse("/where"))).isEqualTo(new Text("window"));
            assertThat(entry.body().at(FieldPath.parse("/what"))).isEqualTo(new Text("stream"));
            assertThat(entry.body().at(FieldPath.parse("/stream"))).isEqualTo(new Text(Canary.stream(1)));
            assertThat(entry.body().at(FieldPath.parse("/reason"))).isEqualTo(new Text("complaint 17 of the customer"));
            assertThat(entry.body().at(FieldPath.parse("/masks"))).isEqualTo(new Text("masks.yaml beside the store"));

            fire(shown, "#reveal-hide");
            look(shown, "hidden again");
        }
    }

    @Test
    void rules_that_a_person_adds_lift_none_of_those_in_use() throws Exception {
        Path other = Files.writeString(folder.resolve("other.yaml"), "masks:\n  - { name: type, field: type }\n");
        try (Shown shown = masked()) {
            go(shown, shown.window::masks);
            on(() -> {
                shown.window.maskModel().add(other);
                return true;
            });
            shown.settle();

            assertThat(on(() -> shown.focus.masks().rules().origin())).isEqualTo("masks.yaml beside the store, other.yaml");
            assertThat(on(EveryWord::onScreen)).anyMatch(it -> it.contains("masks.yaml beside the store, other.yaml"));
            look(shown, "with other rules too");
        }
        assertThat(folder.resolve("journals")).doesNotExist();
    }

    @Test
    void a_revealed_event_leaves_states_masked() throws Exception {
        try (Shown shown = masked()) {
            reveal(shown, "EVENT", "what did they book?");
            go(shown, shown.window::escape);
            fire(shown, "#detail-raw");
            String bytes = String.join("\n", on(EveryWord::onScreen));

            assertThat(bytes).contains("SECRET-USER6", Canary.BYTES);
            TreeTableView<?> tree = shown.find("#state-tree", TreeTableView.class);
            assertThat(on(() -> tree.getRoot().getChildren().toString())).doesNotContain("SECRET");
        }
    }

    @Test
    void nothing_is_revealed_where_it_cannot_be_put_down() throws Exception {
        Files.writeString(folder.resolve("journals"), "no folder, a file");
        try (Shown shown = masked()) {
            reveal(shown, "STORE", "because");

            look(shown, "refused");
            assertThat(on(() -> shown.focus.masks().revealed())).isEmpty();
            assertThat(on(EveryWord::onScreen)).anyMatch(it -> it.contains("journal") && it.contains("cannot be written"));
        }
    }

    @Test
    void a_store_with_broken_rules_is_not_shown_at_all() throws Exception {
        try (Shown shown = masked()) {
            Files.writeString(folder.resolve("masks.yaml"), "masks:\n  - nam: owner\n");
            shown.open(folder.resolve("other-canary.db").toString());

            assertThat(on(() -> shown.focus.storeProperty().get().orElseThrow().location())).doesNotContain("other");
            assertThat(on(EveryWord::onScreen)).anyMatch(it -> it.contains("line 2") && it.contains("nam"));
        }
    }

    @Test
    void what_is_masked_in_a_replaced_body_keeps_its_value() throws Exception {
        try (Shown shown = masked()) {
            go(shown, shown.window::replaceBody);
            TextInputControl editor = on(() -> inputIn(shown.window.scene().lookup("#whatif-body")).orElseThrow());
            go(shown, () -> editor.setText(editor.getText().replace("\"open\"", "\"frozen\"")));
            fire(shown, "#whatif-suppose");

            var state = on(() -> shown.focus.look().history().orElseThrow().stateAfter(6));
            assertThat(state.at(FieldPath.parse("/owner")).toString()).contains("SECRET-OWNER16");
            assertThat(state.at(FieldPath.parse("/status")).toString()).contains("frozen");
            look(shown, "what if");
        }
    }
}
