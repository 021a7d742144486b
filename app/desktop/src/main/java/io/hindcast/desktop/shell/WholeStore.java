package io.hindcast.desktop.shell;

import io.hindcast.desktop.find.FindModel;
import io.hindcast.desktop.find.FindView;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.integrity.IntegrityModel;
import io.hindcast.desktop.integrity.IntegrityView;
import io.hindcast.desktop.marks.MarksView;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.rollforward.RollModel;
import io.hindcast.desktop.rollforward.RollView;
import io.hindcast.desktop.states.StatesModel;
import io.hindcast.desktop.states.StatesView;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.verify.VerifyModel;
import io.hindcast.desktop.verify.VerifyView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The panes that ask the whole store: the table of states, the roll-forward, the search, all snapshots, and integrity.
/// Tabs among others.
final class WholeStore {
    private final TabPane pane;
    private final StatesView states;
    private final RollView roll;
    private final FindView find;
    private final VerifyView verify;
    private final IntegrityView integrity;
    private final Tab statesTab;
    private final Tab rollTab;
    private final Tab findTab;
    private final Tab verifyTab;
    private final Tab integrityTab;
    private final MarksView marks;
    private final Tab marksTab;

    /// Puts its tabs behind those that are there.
    ///
    /// @param report where wishes for reports are heard
    WholeStore(Focus focus, TabPane pane, Texts texts, MarksView marks, Consumer<ReportWish> report) {
        this.marks = marks;
        this.pane = pane;
        states = new StatesView(new StatesModel(focus), report);
        roll = new RollView(new RollModel(focus), report);
        find = new FindView(new FindModel(focus));
        verify = new VerifyView(new VerifyModel(focus), report);
        integrity = new IntegrityView(new IntegrityModel(focus), report);
        statesTab = tab(texts.text("tab.states"), Feather.GRID, states);
        rollTab = tab(texts.text("tab.roll"), Feather.TRENDING_UP, roll);
        findTab = tab(texts.text("tab.find"), Feather.SEARCH, find);
        verifyTab = tab(texts.text("tab.verify"), Feather.CAMERA, verify);
        integrityTab = tab(texts.text("tab.integrity"), Feather.SHIELD, integrity);
        marksTab = tab(texts.text("tab.marks"), Feather.BOOKMARK, marks);
        pane.getTabs().addAll(List.of(statesTab, rollTab, findTab, verifyTab, integrityTab, marksTab));
        statesTab.selectedProperty().subscribe(states::showing);
    }

    private static Tab tab(String title, Ikon icon, Node content) {
        var tab = new Tab(title, content);
        tab.setGraphic(Icons.of(icon));
        return tab;
    }

    /// The report of what is in front, absent when none of these panes is.
    Optional<ReportWish> reportWish() {
        Map<Tab, Supplier<ReportWish>> reports = Map.of(
                statesTab, states::reportWish,
                rollTab, roll::reportWish,
                verifyTab, ReportWish::ofSnapshots,
                integrityTab, ReportWish::ofIntegrity);
        return Optional.ofNullable(reports.get(pane.getSelectionModel().getSelectedItem())).map(Supplier::get);
    }

    void showStates() {
        pane.getSelectionModel().select(statesTab);
        states.takeKeys();
    }

    /// The table at the moment of the focus.
    void statesAtFocus() {
        pane.getSelectionModel().select(statesTab);
        states.atFocus();
    }

    void showRoll() {
        pane.getSelectionModel().select(rollTab);
        roll.takeKeys();
    }

    void showVerification() {
        pane.getSelectionModel().select(verifyTab);
        verify.takeKeys();
    }

    void showIntegrity() {
        pane.getSelectionModel().select(integrityTab);
        integrity.takeKeys();
    }

    void showMarks() {
        pane.getSelectionModel().select(marksTab);
        marks.takeKeys();
    }

    void findStates() {
        pane.getSelectionModel().select(findTab);
        find.findStates();
    }

    /// Looks for all moments at which a condition over the state came to hold.
    void findWhere(String condition) {
        pane.getSelectionModel().select(findTab);
        find.findWhere(condition);
    }

    void findText() {
        pane.getSelectionModel().select(findTab);
        find.findText();
    }
}
