package io.hindcast.desktop.report;

import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.Cover.Language;
import io.hindcast.audit.report.Cover.Status;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.template.Misunderstood;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.Template;
import io.hindcast.desktop.question.CategoryBox;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.report.ReportModel.Outcome;
import io.hindcast.desktop.report.ReportModel.Request;
import io.hindcast.desktop.theme.Listening;
import io.hindcast.desktop.theme.Texts;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;

/// The dialog: which report, what stands on its cover, which files, and where they go.
public final class ReportView extends VBox {
    private final ReportModel model;
    private final Texts texts = Texts.of(ReportView.class);
    private final ComboBox<Template> template = new ComboBox<>();
    private final ComboBox<Language> language = new ComboBox<>();
    private final CategoryBox category;
    private final TextField stream = new TextField();
    private String wished = "";
    private final TextField from = new TextField();
    private final TextField at = new TextField();
    private final TextField field = new TextField();
    private final TextField effective = new TextField();
    private final TextField columns = new TextField();
    private final TextField entity = new TextField();
    private final TextField engagement = new TextField();
    private final TextField period = new TextField();
    private final TextField preparer = new TextField();
    private final TextField reviewer = new TextField();
    private final TextField folder = new TextField();
    private final Map<ReportFormat, CheckBox> formats = new LinkedHashMap<>();
    private final CheckBox replace = new CheckBox(texts.text("report.replace"));
    private final Label said = new Label();
    private final Button write = new Button(texts.text("report.write"));
    private final Button openFolder = new Button(texts.text("report.open"));
    private final GridPane question = new GridPane();
    private final Consumer<Path> opener;

    /// @param opener shows a folder outside of the program
    public ReportView(ReportModel model, ReportWish wish, Runnable close, Consumer<Path> opener) {
        super(12);
        this.model = model;
        this.opener = opener;
        getStyleClass().add("report-dialog");
        setMaxHeight(USE_PREF_SIZE);
        category = new CategoryBox(model.focus());
        fill(wish);
        var progress = new JobBar(model.job());
        build(close, progress);
        template.valueProperty().subscribe(this::showQuestion);
        Listening.whileShown(this, model.outcomeProperty().subscribe(this::show), category.heard(), progress.heard());
        write.disableProperty().bind(model.job().runningProperty());
    }

    private void fill(ReportWish wish) {
        RememberedCover.Kept kept = model.remembered().kept();
        named(template, "report.template", one -> texts.text("report.template." + one.id()));
        template.getItems().setAll(Template.values());
        template.setValue(wish.template());
        named(language, "report.language", one -> texts.text("report.language." + one.name()));
        language.getItems().setAll(Language.values());
        language.setValue(kept.cover().language());
        if (!wish.category().isEmpty()) {
            category.setValue(wish.category());
        }
        wished = wish.stream();
        stream.setText(model.focus().masks().stream(wished));
        at.setText(wish.at());
        from.setText(wish.from());
        field.setText(wish.field());
        effective.setText(wish.effective());
        columns.setText(wish.columns());
        stream.setId("report-stream");
        at.setId("report-at");
        from.setId("report-from");
        field.setId("report-field");
        effective.setId("report-effective");
        columns.setId("report-columns");
        category.setId("report-category");
        for (TextField optional : List.of(effective, columns)) {
            optional.setPromptText(texts.text("report.optional"));
        }
        category.valueProperty().subscribe((_, _) -> columns.clear());
        entity.setText(kept.cover().entity());
        engagement.setText(kept.cover().engagement());
        period.setText(kept.cover().period());
        preparer.setText(kept.cover().preparer());
        reviewer.setText(kept.cover().reviewer());
        folder.setText(kept.folder());
        List<String> chosen = List.of(kept.formats().split(",", -1));
        for (String id : model.desk().formats().ids()) {
            model.desk().formats().named(id).ifPresent(format -> {
                var box = new CheckBox(texts.text("report.format." + id));
                box.setSelected(chosen.contains(id));
                formats.put(format, box);
            });
        }
    }

    private <T> void named(ComboBox<T> box, String key, Function<T, String> name) {
        box.setAccessibleText(texts.text(key));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
    }

    private void build(Runnable close, JobBar progress) {
        var title = new Label(texts.text("report.title"));
        title.getStyleClass().add("dialog-title");
        template.setId("report-template");
        write.setId("report-write");
        write.getStyleClass().add("accent");
        write.setDefaultButton(true);
        write.setOnAction(_ -> write());
        openFolder.setId("report-open");
        openFolder.setOnAction(_ -> opener.accept(Path.of(folder.getText().strip())));
        said.setId("report-said");
        said.setWrapText(true);
        said.getStyleClass().add("report-said");
        var done = new Button(texts.text("report.close"));
        done.setOnAction(_ -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, replace, space, openFolder, done, write);
        buttons.setAlignment(Pos.CENTER_LEFT);
        question.getStyleClass().add("report-grid");
        var files = new FlowPane(14, 6);
        files.getChildren().setAll(formats.values());
        getChildren()
                .setAll(
                        title,
                        question,
                        heading("report.cover"),
                        cover(),
                        heading("report.files"),
                        files,
                        place(),
                        progress,
                        said,
                        buttons);
    }

    private Label heading(String key) {
        var heading = new Label(texts.text(key));
        heading.getStyleClass().add("report-heading");
        return heading;
    }

    /// What the chosen template needs to know.
    private void showQuestion(Template chosen) {
        question.getChildren().clear();
        row(question, 0, "report.template", template);
        switch (chosen.needs()) {
            case STREAM -> row(question, 1, "report.stream", stream);
            case CATEGORY -> row(question, 1, "report.category", category);
            case NOTHING -> {}
        }
        boolean hasPeriod = chosen == Template.STREAM || chosen == Template.ROLLFORWARD;
        if (chosen == Template.ROLLFORWARD) {
            row(question, 2, "report.field", field);
        }
        if (hasPeriod) {
            row(question, 3, "report.from", from);
        }
        if (hasPeriod || chosen == Template.STATES) {
            row(question, 4, hasPeriod ? "report.to" : "report.at", at);
        }
        if (chosen == Template.STREAM || chosen == Template.STATES) {
            row(question, 5, "report.effective", effective);
        }
        if (chosen == Template.STATES) {
            row(question, 6, "report.columns", columns);
        }
    }

    private GridPane cover() {
        var grid = new GridPane();
        grid.getStyleClass().add("report-grid");
        row(grid, 0, "report.entity", entity);
        row(grid, 1, "report.engagement", engagement);
        row(grid, 2, "report.period", period);
        row(grid, 3, "report.preparer", preparer);
        row(grid, 4, "report.reviewer", reviewer);
        row(grid, 5, "report.language", language);
        return grid;
    }

    private void row(GridPane grid, int row, String key, Region control) {
        var label = new Label(texts.text(key));
        label.setLabelFor(control);
        label.setMinWidth(130);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(texts.text(key));
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(row, label, control);
    }

    private HBox place() {
        folder.setId("report-folder");
        folder.setAccessibleText(texts.text("report.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        var choose = new Button(texts.text("report.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> chooseFolder());
        var label = new Label(texts.text("report.folder"));
        label.setMinWidth(130);
        label.setLabelFor(folder);
        var place = new HBox(8, label, folder, choose);
        place.setAlignment(Pos.CENTER_LEFT);
        return place;
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.text("report.folder"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            folder.setText(chosen.getPath());
        }
    }

    private void write() {
        List<ReportFormat> wanted = new ArrayList<>();
        formats.forEach((format, box) -> {
            if (box.isSelected()) {
                wanted.add(format);
            }
        });
        if (wanted.isEmpty()) {
            tell(texts.text("report.noFormat"), false);
            return;
        }
        try {
            model.write(new Request(
                    question(), coverOf(), Path.of(folder.getText().strip()), wanted, replace.isSelected()));
        } catch (InvalidPathException _) {
            tell(texts.text("report.noFolder"), false);
        } catch (Misunderstood question) {
            tell(new Refusals().of(question), false);
        } catch (IllegalArgumentException misunderstood) {
            tell(String.valueOf(misunderstood.getMessage()), false);
        }
    }

    private ReportQuestion question() {
        Template chosen = template.getValue();
        boolean isStream = chosen == Template.STREAM;
        boolean hasPeriod = isStream || chosen == Template.ROLLFORWARD;
        return new ReportQuestion(
                chosen,
                chosen.needs() == Template.Needs.CATEGORY ? category.chosen() : "",
                isStream ? streamAsked() : "",
                hasPeriod || chosen == Template.STATES ? at.getText().strip() : "head",
                hasPeriod ? from.getText().strip() : "",
                isStream || chosen == Template.STATES ? effective.getText().strip() : "",
                chosen == Template.ROLLFORWARD ? field.getText().strip() : "",
                "",
                chosen == Template.STATES ? columns() : List.of(),
                List.of(),
                List.of(),
                model.zone());
    }

    private List<String> columns() {
        return Arrays.stream(columns.getText().split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private Cover coverOf() {
        return new Cover(
                entity.getText().strip(),
                engagement.getText().strip(),
                period.getText().strip(),
                preparer.getText().strip(),
                reviewer.getText().strip(),
                "",
                Status.DRAFT,
                "",
                language.getValue());
    }

    private void show(Optional<Outcome> outcome) {
        openFolder.setDisable(true);
        replace.setVisible(replace.isSelected());
        if (outcome.isEmpty()) {
            tell("", true);
            return;
        }
        switch (outcome.get()) {
            case Outcome.Written(var published) -> {
                openFolder.setDisable(false);
                tell(
                        texts.text(
                                published.isComplete() ? "report.written" : "report.partial",
                                published.files().size(),
                                published.contentSha256()),
                        published.isComplete());
            }
            case Outcome.Exists(Path first, int others) -> {
                replace.setVisible(true);
                tell(texts.text("report.exists", String.valueOf(first.getFileName()), others), false);
            }
            case Outcome.Stamped(Path token) ->
                tell(texts.text("report.stamped", String.valueOf(token.getFileName())), false);
            case Outcome.Failed(String sentence) -> tell(sentence, false);
        }
    }

    /// Its name may be masked in the field.
    private String streamAsked() {
        String written = stream.getText().strip();
        return written.equals(model.focus().masks().stream(wished)) ? wished : written;
    }

    private void tell(String sentence, boolean good) {
        said.setText(sentence);
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
        said.getStyleClass().removeAll("report-good", "report-bad");
        said.getStyleClass().add(good ? "report-good" : "report-bad");
    }
}
