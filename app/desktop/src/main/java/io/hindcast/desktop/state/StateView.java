package io.hindcast.desktop.state;

import atlantafx.base.controls.CustomTextField;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.fold.FoldBar;
import io.hindcast.desktop.fold.FoldModel;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Inexact;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.state.Change;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The state as a tree of fields, values and what they were before the focused event.
public final class StateView extends BorderPane {
    private static final double ROOM_FOR_BEFORE = 340;
    private final StateModel model;
    private final Texts texts = Texts.of(StateView.class);
    private final TreeTableView<StateNode> tree = new TreeTableView<>();
    private final Runnable blame;
    private final Consumer<String> findWhere;
    private final PaneHeader header;
    private final Label trouble = banner(Feather.ALERT_TRIANGLE, "banner-warn");
    private final Label inexact = banner(Feather.ALERT_TRIANGLE, "banner-warn");

    /// @param blame shows the history of the chosen field
    /// @param findWhere looks for all moments at which a condition came to hold
    public StateView(StateModel model, FoldModel folds, Runnable blame, Consumer<String> findWhere) {
        this.model = model;
        this.blame = blame;
        this.findWhere = findWhere;
        getStyleClass().add("state");
        var copy = Icons.button(Feather.COPY, texts.text("state.copy"), this::copyAll);
        header = new PaneHeader(texts.text("state.title"), searchField(), copy);
        header.remark().setMinWidth(USE_PREF_SIZE);
        buildTree();
        setTop(new VBox(header, new FoldBar(folds), belief(), trouble, inexact, new WatchList(model, texts)));
        setCenter(tree);
        model.pictureProperty().subscribe(this::show);
        model.searchProperty().subscribe((_, _) -> show(model.pictureProperty().get()));
    }

    /// Gives the keys to the tree.
    public void takeKeys() {
        tree.requestFocus();
    }

    /// Watches the chosen field, or no longer.
    public void watchOrNot() {
        model.focus().fieldProperty().get().ifPresent(model::watchOrNot);
    }

    /// Looks for all moments at which the chosen field came to be as it is now.
    public void findWhere() {
        model.focus()
                .fieldProperty()
                .get()
                .flatMap(model::conditionOf)
                .ifPresent(findWhere);
    }

    /// Which of the two clocks is asked, while it is not only the one of recording.
    private HBox belief() {
        var words = new Label("", Icons.of(Feather.CLOCK));
        words.setId("state-belief");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        var bar = new HBox(
                4, words, Icons.button(Feather.X, texts.text("state.everyDay"), () -> model.focus()
                        .effectiveProperty()
                        .set(Optional.empty())));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("belief");
        model.focus().effectiveProperty().subscribe(day -> {
            words.setText(day.map(it -> texts.text("state.belief", it.toString())).orElse(""));
            bar.setVisible(day.isPresent());
            bar.setManaged(day.isPresent());
        });
        return bar;
    }

    private TextField searchField() {
        var field = new CustomTextField();
        field.setLeft(Icons.of(Feather.SEARCH, "hc-muted-icon"));
        field.setId("state-search");
        field.setPrefWidth(150);
        field.setMinWidth(70);
        field.setPromptText(texts.text("state.search.prompt"));
        field.setAccessibleText(texts.text("state.search.prompt"));
        field.setTooltip(new Tooltip(texts.text("state.search.prompt")));
        field.textProperty().bindBidirectional(model.searchProperty());
        return field;
    }

    private void buildTree() {
        tree.setId("state-tree");
        tree.setAccessibleText(texts.text("state.title"));
        tree.setFixedCellSize(26);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        tree.setRowFactory(_ -> StateCells.row());
        var name = StateCells.name(texts.text("state.field"), texts.text("state.whole"));
        name.setPrefWidth(170);
        var value = StateCells.value(texts.text("state.value"));
        value.setPrefWidth(190);
        var before = StateCells.before(texts.text("state.before"));
        before.setPrefWidth(130);
        tree.getColumns()
                .addAll(List.of(
                        name,
                        StateCells.mark(
                                texts.text("state.added"),
                                texts.text("state.removed"),
                                texts.text("state.changed"),
                                texts.text("state.below"),
                                texts.text("state.before")),
                        value,
                        before));
        tree.widthProperty().subscribe((_, width) -> before.setVisible(width.doubleValue() > ROOM_FOR_BEFORE));
        tree.setTreeColumn(name);
        tree.setShowRoot(false);
        tree.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> {
            if (chosen != null && !chosen.getValue().path().isRoot()) {
                model.focus().fieldProperty().set(Optional.of(chosen.getValue().path()));
            }
        });
        tree.setContextMenu(new FieldMenu(
                tree,
                model,
                blame,
                findWhere,
                texts,
                copying("state.copy.path", node -> node.path().toString()),
                copying("state.copy.value", node -> marked(ValueText.plain(node.value()))),
                copying("state.copy.json", node -> ValueText.pretty(marked("value", node.value())))));
    }

    private MenuItem copying(String key, Function<StateNode, String> words) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> {
            TreeItem<StateNode> chosen = tree.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                copy(words.apply(chosen.getValue()));
            }
        });
        return item;
    }

    private void copyAll() {
        copy(ValueText.pretty(marked("state", model.pictureProperty().get().state())));
    }

    /// What leaves the window under a supposition says so.
    private Shown marked(String name, Shown value) {
        return isHypothetical()
                ? value.under(name, "hypothetical", model.focus().hypothesisProperty().get().mark())
                : value;
    }

    private String marked(String value) {
        return isHypothetical() ? texts.text("state.hypothetical", value) : value;
    }

    private boolean isHypothetical() {
        return model.pictureProperty().get().fold().filter(Fold::isHypothetical).isPresent();
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(Picture picture) {
        String wanted = model.searchProperty().get().strip().toLowerCase(Locale.ROOT);
        Predicate<StateNode> lets = wanted.isEmpty() ? _ -> true : node -> isWanted(node, picture, wanted, 0);
        tree.setRoot(new StateItem(picture.root(), model, picture.changes(), lets));
        boolean chosen = model.focus().look().subject().isPresent();
        String key = !chosen ? "state.unchosen" : !wanted.isEmpty() ? "state.search.none" : picture.index() < 0 ? "state.none" : "state.absent";
        tree.setPlaceholder(new EmptyState(Feather.BOX, texts.text(key), texts.text(key + ".next")));
        header.name().setText(place(picture));
        header.remark().setText(remark(picture));
        say(trouble, picture.problems().isEmpty() ? "" : trouble(picture.problems()));
        say(inexact, picture.inexact().isEmpty() ? "" : inexact(picture.inexact()));
    }

    private String place(Picture picture) {
        return model.focus()
                .look()
                .history()
                .filter(_ -> picture.index() >= 0)
                .filter(it -> picture.index() < it.size())
                .map(it -> it.event(picture.index()).version())
                .map(version -> version.isPresent()
                        ? texts.text("state.after", version.getAsLong())
                        : texts.text("state.title"))
                .orElse(texts.text("state.title"));
    }

    private String remark(Picture picture) {
        Changes changes = picture.changes();
        return picture.index() < 0
                ? ""
                : texts.text(
                        "state.count",
                        changes.count(Change.Kind.ADDED),
                        changes.count(Change.Kind.REMOVED),
                        changes.count(Change.Kind.CHANGED));
    }

    private String inexact(List<Inexact> fields) {
        Inexact first = fields.getFirst();
        String place = first.version() < 0 ? first.type() : "v" + first.version() + " " + first.type();
        return texts.text("state.inexact", first.field(), place, fields.size() - 1);
    }

    private String trouble(List<Problem> problems) {
        Problem first = problems.getFirst();
        String place = first.version() < 0 ? first.type() : "v" + first.version() + " " + first.type();
        return texts.text("state.unreliable", place, masks().text(model.pictureProperty().get().stream(), first.reason()), problems.size() - 1);
    }

    /// Whether the field, or one inside of it, has the wanted words in its name or value.
    private static boolean isWanted(StateNode node, Picture picture, String wanted, int depth) {
        boolean here = node.name().toLowerCase(Locale.ROOT).contains(wanted)
                || (!node.isGroup() && ValueText.of(node.value()).toLowerCase(Locale.ROOT).contains(wanted));
        return here
                || (depth < 20
                        && node.isGroup()
                        && node.children(picture.changes()).stream()
                                .anyMatch(child -> isWanted(child, picture, wanted, depth + 1)));
    }

    private Masks masks() {
        return model.focus().masks();
    }

    private static Label banner(Feather icon, String styleClass) {
        var label = new Label();
        label.setGraphic(Icons.of(icon));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("banner", styleClass);
        say(label, "");
        return label;
    }

    private static void say(Label banner, String words) {
        banner.setText(words);
        banner.setVisible(!words.isEmpty());
        banner.setManaged(!words.isEmpty());
    }
}
