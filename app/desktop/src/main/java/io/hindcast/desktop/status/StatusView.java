package io.hindcast.desktop.status;

import atlantafx.base.controls.Popover;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.OpenStore;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The line at the foot of the window: store, proof, counts, what is being read, zone, memory.
public final class StatusView extends HBox {
    private final Focus focus;
    private final Texts texts = Texts.of(StatusView.class);
    private final Button proof = new Button();
    private final Label system = new Label();
    private final Label counts = new Label();
    private final Region beforeCounts = divider();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final LivePill live;
    private final Button cancel;
    private final Button resume;
    private final ZoneChooser zone;

    public StatusView(Focus focus) {
        super(10);
        this.focus = focus;
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        buildProof();
        system.getStyleClass().add("status-system");
        system.setMinWidth(0);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        bar.setPrefWidth(120);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.text("status.progress"));
        live = new LivePill(focus, texts);
        cancel = Icons.button(Feather.X, texts.text("status.cancel"), focus.indexing()::cancel);
        resume = Icons.button(Feather.PLAY, texts.text("status.resume"), this::resume);
        zone = new ZoneChooser(focus, texts);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(proof, system, beforeCounts, counts, live, bar, progress, cancel, resume, space);
        getChildren().addAll(new MemoryGauge(texts), divider(), zone);
        focus.storeProperty().subscribe(this::show);
        focus.indexing().phaseProperty().subscribe(this::tell);
        focus.indexing().doneProperty().subscribe(this::tell);
    }

    /// Puts something else behind the counts.
    public void put(Node more) {
        getChildren().add(getChildren().indexOf(live) + 1, more);
    }

    /// Begins to follow the store, or ends it.
    public void followOrNot() {
        live.followOrNot();
    }

    /// Pauses following, or goes on.
    public void pauseOrNot() {
        live.pauseOrNot();
    }

    /// Lets the person choose the time zone.
    public void chooseZone() {
        zone.requestFocus();
        zone.show();
    }

    private void buildProof() {
        proof.setId("status-proof");
        proof.getStyleClass().addAll("status-proof", "flat");
        proof.setMinWidth(Region.USE_PREF_SIZE);
        proof.setTooltip(new Tooltip(texts.text("status.proof.tip")));
        proof.setOnAction(_ -> focus.storeProperty().get().ifPresent(this::showProof));
    }

    private void showProof(OpenStore store) {
        var list = new ProofList(store.info(), texts);
        focus.work().start(() -> {
            var notRead = notRead(store);
            focus.work().show(() -> list.show(notRead));
        });
        var popOver = new Popover(list);
        popOver.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popOver.setAnimated(false);
        popOver.setDetachable(false);
        popOver.show(proof);
    }

    /// Without counts where the store cannot be asked; that it cannot is told where it is read.
    private static List<SourceInfo.NotRead> notRead(OpenStore store) {
        try {
            return store.source().notRead();
        } catch (ConnectorException _) {
            return store.info().notRead();
        }
    }

    private void show(Optional<OpenStore> store) {
        shown(proof, store.isPresent());
        shown(beforeCounts, store.isPresent());
        store.ifPresentOrElse(this::show, () -> system.setText(texts.text("status.none")));
        tell();
    }

    private void show(OpenStore store) {
        boolean held = store.info().readOnlyProof().stream().allMatch(one -> one.held());
        proof.setText(texts.text(held ? "status.readonly" : "status.readonly.partly"));
        proof.setGraphic(Icons.of(held ? Feather.LOCK : Feather.ALERT_TRIANGLE));
        proof.setAccessibleText(proof.getText() + ". " + texts.text("status.proof.tip"));
        String version = store.info().storeVersion();
        system.setText(store.info().system() + (version.isEmpty() ? "" : " · " + version));
        system.setTooltip(new Tooltip(String.join("\n", store.info().recognisedBy())));
    }

    private void resume() {
        focus.storeProperty().get().ifPresent(focus.indexing()::start);
    }

    private void tell() {
        Indexing indexing = focus.indexing();
        Indexing.Phase phase = indexing.phaseProperty().get();
        boolean running = phase == Indexing.Phase.RUNNING;
        shown(bar, running);
        shown(cancel, running);
        shown(progress, running || phase == Indexing.Phase.STOPPED);
        shown(resume, phase == Indexing.Phase.STOPPED);
        long done = indexing.doneProperty().get();
        long total = indexing.totalProperty().get();
        bar.setProgress(total > 0 ? (double) done / total : ProgressBar.INDETERMINATE_PROGRESS);
        progress.setText(
                running
                        ? total > 0
                                ? texts.text("status.reading.of", done, total)
                                : texts.text("status.reading", done)
                        : texts.text("status.partial"));
        counts.setText(focus.storeProperty()
                .get()
                .map(store -> texts.text(
                        "status.counts", store.index().streamCount(), store.index().size()))
                .orElse(""));
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static Region divider() {
        var divider = new Region();
        divider.getStyleClass().add("status-divider");
        return divider;
    }
}
