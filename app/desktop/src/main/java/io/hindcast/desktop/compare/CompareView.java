package io.hindcast.desktop.compare;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// Two moments side by side, or snapshots against the replay.
public final class CompareView extends BorderPane {
    /// Below this the choices need the whole line; the tab above says the name as well.
    private static final double ROOM_FOR_NAME = 350;

    private final Texts texts = Texts.of(CompareView.class);
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton moments = choice("compare.moments");
    private final ToggleButton snapshots = choice("compare.snapshots");
    private final ToggleButton supposed = choice("compare.supposed");
    private final MomentsView momentsView;
    private final SnapshotsView snapshotsView;
    private final SupposedView supposedView;
    private final PaneHeader header;

    public CompareView(CompareModel model) {
        getStyleClass().add("compare");
        momentsView = new MomentsView(model, texts);
        snapshotsView = new SnapshotsView(model, texts);
        supposedView = new SupposedView(model, texts);
        var choices = new HBox(moments, snapshots, supposed);
        choices.getStyleClass().add("segments");
        header = new PaneHeader(texts.text("compare.title"), choices);
        setTop(header);
        widthProperty().subscribe(width -> header.name().setVisible(width.doubleValue() > ROOM_FOR_NAME));
        header.name().managedProperty().bind(header.name().visibleProperty());
        header.remark().visibleProperty().bind(header.name().visibleProperty());
        header.remark().managedProperty().bind(header.name().visibleProperty());
        moments.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            setCenter(snapshots.isSelected() ? snapshotsView : supposed.isSelected() ? supposedView : momentsView);
        });
        setCenter(momentsView);
        model.snapshotsProperty().subscribe(this::remark);
    }

    /// Turns to the snapshots.
    public void showSnapshots() {
        snapshots.setSelected(true);
    }

    /// Whether the snapshots are in front.
    public boolean showsSnapshots() {
        return snapshots.isSelected();
    }

    /// Gives the keys to what is in front.
    public void takeKeys() {
        getCenter().requestFocus();
        getCenter().requestFocusTraversal(TraversalDirection.NEXT);
    }

    /// Turns to what was recorded and what is supposed.
    public void showSupposed() {
        supposed.setSelected(true);
    }

    /// Turns to the two moments.
    public void showMoments() {
        moments.setSelected(true);
    }

    private void remark(List<VerifiedSnapshot> all) {
        long drifts = all.stream().filter(it -> it.outcome() instanceof Outcome.Drifts).count();
        header.remark().setText(all.isEmpty() ? "" : texts.text("compare.remark", all.size(), drifts));
    }

    private ToggleButton choice(String key) {
        var button = new ToggleButton(texts.text(key));
        button.setToggleGroup(group);
        button.setAccessibleText(texts.text(key));
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
