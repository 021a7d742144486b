package io.hindcast.desktop.shell;

import io.hindcast.desktop.blame.BlameModel;
import io.hindcast.desktop.blame.BlameView;
import io.hindcast.desktop.clocks.ClocksModel;
import io.hindcast.desktop.clocks.ClocksView;
import io.hindcast.desktop.compare.CompareModel;
import io.hindcast.desktop.compare.CompareView;
import io.hindcast.desktop.detail.DetailModel;
import io.hindcast.desktop.detail.DetailView;
import io.hindcast.desktop.events.EventsModel;
import io.hindcast.desktop.events.EventsView;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.fold.DraftView;
import io.hindcast.desktop.fold.FoldModel;
import io.hindcast.desktop.marks.EventMarks;
import io.hindcast.desktop.marks.MarkDesk;
import io.hindcast.desktop.marks.MarksModel;
import io.hindcast.desktop.marks.MarksView;
import io.hindcast.desktop.question.ReportButton;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.state.StateModel;
import io.hindcast.desktop.state.StateView;
import io.hindcast.desktop.streams.StreamsModel;
import io.hindcast.desktop.streams.StreamsView;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.transport.TransportModel;
import io.hindcast.desktop.transport.TransportView;
import io.hindcast.engine.link.Panel;
import io.hindcast.engine.link.Side;
import io.hindcast.event.Event;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// All panes of the window around one focus: streams on the left, timeline over events in the middle, state over the
/// event on the right, and the transport below.
final class Workbench extends BorderPane {
    private static final List<Panel> PANELS = List.of(Panel.values());
    private static final List<Side> SIDES = List.of(Side.values());
    private final Texts texts = Texts.of(Workbench.class);
    private final StreamsView streams;
    private final EventsView events;
    private final TimelinePane timeline;
    private final CompareView compare;
    private final TransportModel transport;
    private final TabStrip tabs = new TabStrip();
    private final TabStrip middle = new TabStrip();
    private final StateView state;
    private final Dividers dividers;
    private final DraftView draft;
    private final ClocksView clocks;
    private final BlameModel blame;
    private final BlameView blameView;
    private final WholeStore wholeStore;
    private final MarksModel marks;
    private final Focus focus;

    /// @param report where wishes for reports are heard
    Workbench(
            Focus focus,
            CompareModel.Testing testing,
            FoldModel folds,
            DraftView draft,
            MarkDesk desk,
            MarksModel marks,
            Consumer<ReportWish> report) {
        this.marks = marks;
        this.draft = draft;
        this.focus = focus;
        getStyleClass().add("workbench");
        streams = new StreamsView(new StreamsModel(focus));
        events = new EventsView(new EventsModel(focus), ReportButton.of(this::streamWish, report));
        events.whenCompared(() -> showCompare(false));
        timeline = new TimelinePane(focus);
        compare = new CompareView(new CompareModel(focus, testing));
        transport = new TransportModel(focus);
        blame = new BlameModel(focus);
        blameView = new BlameView(blame);
        clocks = new ClocksView(new ClocksModel(focus));
        var history = new SplitPane(timeline, events);
        history.setOrientation(Orientation.VERTICAL);
        history.setDividerPositions(0.4);
        middle.getTabs()
                .setAll(tab("tab.history", Feather.ACTIVITY, history), tab("tab.draft", Feather.EDIT_3, draft),
                        tab("tab.clocks", Feather.CLOCK, clocks));
        wholeStore = new WholeStore(focus, middle, texts, new MarksView(marks, desk), report);
        state = new StateView(new StateModel(focus), folds, this::showBlame, wholeStore::findWhere);
        var right = new SplitPane(
                tabs(focus, folds),
                new DetailView(new DetailModel(focus), new EventMarks(marks, desk, wholeStore::showMarks)));
        right.setOrientation(Orientation.VERTICAL);
        var across = new SplitPane(streams, middle, right);
        across.setDividerPositions(0.175, 0.675);
        SplitPane.setResizableWithParent(streams, false);
        dividers = new Dividers(across, history, right);
        streams.setMinWidth(190);
        middle.setMinWidth(320);
        right.setMinWidth(260);
        setCenter(across);
        setBottom(new TransportView(transport));
    }

    /// Where the panes part.
    Dividers dividers() {
        return dividers;
    }

    private TabPane tabs(Focus focus, FoldModel folds) {
        tabs.getTabs()
                .setAll(
                        tab("tab.state", Feather.BOX, state),
                        tab("tab.compare", Feather.COLUMNS, compare),
                        tab("tab.blame", Feather.GIT_COMMIT, blameView));
        return tabs;
    }

    private Tab tab(String key, Ikon icon, Node content) {
        var tab = new Tab(texts.text(key), content);
        tab.setGraphic(Icons.of(icon));
        return tab;
    }

    /// Timeline and events.
    void showHistory() {
        middle.getSelectionModel().select(0);
    }

    /// Timeline and events, with the keys at the table.
    void enterHistory() {
        showHistory();
        events.takeKeys();
    }

    /// Gives the keys to the table of events; where another tab hides it, to the tabs.
    void takeKeys() {
        if (middle.getSelectionModel().getSelectedIndex() == 0) {
            events.takeKeys();
        } else {
            middle.requestFocus();
        }
    }

    /// The state; where it is there already, with the keys in it.
    void enterState() {
        enter(this::showState, state::takeKeys);
    }

    /// The comparison; where it is there already, with the keys in it.
    void enterCompare(boolean snapshots) {
        boolean isOther = compare.showsSnapshots() != snapshots;
        enter(() -> showCompare(snapshots), isOther ? () -> {} : compare::takeKeys);
    }

    /// The history of the focused field; where it is there already, with the keys in it.
    void enterBlame() {
        enter(this::showBlame, blameView::takeKeys);
    }

    private void enter(Runnable show, Runnable takeKeys) {
        Tab before = tabs.getSelectionModel().getSelectedItem();
        boolean isInside = isIn(tabs, tabs.getScene().getFocusOwner());
        show.run();
        if (isInside || tabs.getSelectionModel().getSelectedItem().equals(before)) {
            takeKeys.run();
        }
    }

    private static boolean isIn(Node pane, @Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(pane)) {
                return true;
            }
        }
        return false;
    }

    /// Where rules are written.
    void showDraft() {
        middle.getSelectionModel().select(1);
        draft.takeKeys();
    }

    /// The map between the two clocks.
    void showClocks() {
        middle.getSelectionModel().select(2);
        clocks.takeKeys();
    }

    /// A report of what is in front: the table of states, the roll-forward, the snapshots, else the focused stream.
    ReportWish reportWish() {
        ReportWish stream = streamWish();
        return wholeStore
                .reportWish()
                .orElseGet(() -> compare.showsSnapshots() && tabs.getSelectionModel().getSelectedIndex() == 1
                        ? ReportWish.ofSnapshots()
                        : stream)
                .lookingAt(stream.stream());
    }

    /// The focused stream as a whole; with a baseline, what came after it up to the focused event.
    private ReportWish streamWish() {
        Look look = focus.look();
        OptionalInt baseline = look.baseline();
        return look.history()
                .map(history -> baseline.isPresent() && baseline.getAsInt() >= 0 && look.isOnEvent()
                        ? ReportWish.ofStream(
                                history.stream(),
                                version(history.event(baseline.getAsInt()), ""),
                                version(history.event(look.index()), "head"))
                        : ReportWish.ofStream(history.stream()))
                .orElseGet(() -> ReportWish.ofStream(""))
                .effective(focus.effectiveProperty().get());
    }

    private static String version(Event event, String otherwise) {
        return event.version().isPresent() ? "v" + event.version().getAsLong() : otherwise;
    }

    /// The panes that ask the whole store.
    WholeStore wholeStore() {
        return wholeStore;
    }

    MarksModel marks() {
        return marks;
    }

    DraftView draft() {
        return draft;
    }

    StateView state() {
        return state;
    }

    void showState() {
        tabs.getSelectionModel().select(0);
    }

    void showCompare(boolean snapshots) {
        tabs.getSelectionModel().select(1);
        if (snapshots) {
            compare.showSnapshots();
        } else {
            compare.showMoments();
        }
    }

    /// The history of the focused field.
    void showBlame() {
        tabs.getSelectionModel().select(2);
    }

    BlameModel blame() {
        return blame;
    }

    /// What was recorded beside what is supposed.
    void showSupposed() {
        tabs.getSelectionModel().select(1);
        compare.showSupposed();
    }

    /// What the right half of the window shows of the focused stream; its tabs stand in the order of the sides.
    Side view() {
        return SIDES.get(tabs.getSelectionModel().getSelectedIndex());
    }

    /// What the middle of the window shows; its tabs stand in the order of the panels.
    Panel panel() {
        return PANELS.get(middle.getSelectionModel().getSelectedIndex());
    }

    void show(Side side) {
        tabs.getSelectionModel().select(SIDES.indexOf(side));
    }

    void show(Panel panel) {
        middle.getSelectionModel().select(PANELS.indexOf(panel));
    }

    TransportModel transport() {
        return transport;
    }

    StreamsView streams() {
        return streams;
    }

    EventsView events() {
        return events;
    }

    TimelinePane timeline() {
        return timeline;
    }
}
