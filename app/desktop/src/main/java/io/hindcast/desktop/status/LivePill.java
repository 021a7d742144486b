package io.hindcast.desktop.status;

import io.hindcast.connector.Tail.Certainty;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.focus.Live;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.LiveState;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.Position;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Whether the store is followed, up to where it is complete, and what lies above that. It never names a place as
/// complete that the store does not vouch for.
final class LivePill extends HBox {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private final Focus focus;
    private final Texts texts;
    private final Button pill = new Button();
    private final Button pause;
    private Optional<Notice> told = Optional.empty();

    LivePill(Focus focus, Texts texts) {
        super(2);
        this.focus = focus;
        this.texts = texts;
        getStyleClass().add("live");
        setAlignment(Pos.CENTER_LEFT);
        pill.setId("live-pill");
        pill.getStyleClass().addAll("live-pill", "flat");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.setOnAction(_ -> followOrNot());
        pause = Icons.button(Feather.PAUSE, texts.text("live.pause"), this::pauseOrNot);
        pause.setId("live-pause");
        getChildren().addAll(pill, pause);
        focus.storeProperty().subscribe(this::refresh);
        focus.indexing().phaseProperty().subscribe(this::refresh);
        focus.live().phaseProperty().subscribe(this::refresh);
        focus.live().stateProperty().subscribe(this::refresh);
        focus.live().stateProperty().subscribe(state -> tellTrouble(state.trouble()));
        refresh();
    }

    /// A banner while the store does not answer, gone by itself when it does.
    private void tellTrouble(Optional<String> trouble) {
        if (trouble.isPresent() && told.isEmpty()) {
            told = trouble.map(sentence -> Notice.warning(texts.text("live.trouble.notice", sentence)));
            told.ifPresent(focus::tell);
        } else if (trouble.isEmpty() && told.isPresent()) {
            if (focus.noticeProperty().get().equals(told)) {
                focus.dismissNotice();
            }
            told = Optional.empty();
        }
    }

    /// Begins to follow the store, or ends it; where it cannot be followed, says why.
    void followOrNot() {
        if (focus.live().phaseProperty().get() != Live.Phase.OFF) {
            focus.live().stop();
            return;
        }
        focus.storeProperty().get().ifPresent(store -> {
            if (store.source().tail().isPresent()) {
                focus.live().start(store);
            } else {
                focus.tell(Notice.information(
                        texts.text("live.cannot", store.source().whyNotFollowed())));
            }
        });
    }

    /// Pauses, or goes on.
    void pauseOrNot() {
        if (focus.live().phaseProperty().get() == Live.Phase.PAUSED) {
            focus.live().resume();
        } else {
            focus.live().pause();
        }
    }

    private void refresh() {
        var store = focus.storeProperty().get();
        var phase = focus.live().phaseProperty().get();
        boolean read = focus.indexing().phaseProperty().get() == Indexing.Phase.COMPLETE;
        setVisible(store.isPresent() && (read || phase != Live.Phase.OFF));
        setManaged(isVisible());
        store.ifPresent(it -> show(it, phase));
    }

    private void show(OpenStore store, Live.Phase phase) {
        LiveState state = focus.live().stateProperty().get();
        boolean on = phase != Live.Phase.OFF;
        boolean held = phase == Live.Phase.PAUSED || state.trouble().isPresent();
        pill.pseudoClassStateChanged(LIVE, on && !held);
        pill.pseudoClassStateChanged(HELD, on && held);
        pill.setGraphic(Icons.of(Feather.RADIO));
        pill.setText(words(store, phase, state));
        pill.setAccessibleText(pill.getText());
        pill.setTooltip(new Tooltip(state.trouble().filter(_ -> on).orElseGet(() -> tip(store, on))));
        pause.setVisible(on);
        pause.setManaged(on);
        boolean paused = phase == Live.Phase.PAUSED;
        pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        String name = texts.text(paused ? "live.resume" : "live.pause");
        pause.setAccessibleText(name);
        pause.setTooltip(new Tooltip(name));
    }

    private String tip(OpenStore store, boolean on) {
        return store.source()
                .tail()
                .map(tail -> texts.text(on ? "live.tip.on" : "live.tip.off", tail.how()))
                .orElseGet(() -> texts.text("live.cannot", store.source().whyNotFollowed()));
    }

    private String words(OpenStore store, Live.Phase phase, LiveState state) {
        if (phase != Live.Phase.OFF && state.trouble().isPresent()) {
            return texts.text("live.trouble");
        }
        return switch (phase) {
            case OFF -> texts.text("live.follow");
            case PAUSED -> texts.text("live.paused", state.waiting()) + above(state);
            case RUNNING -> running(store, state);
        };
    }

    private String running(OpenStore store, LiveState state) {
        if (!state.isKnown()) {
            return texts.text("live.unknown");
        }
        String unproven = store.source().tail().filter(it -> it.certainty() == Certainty.WAITED).isPresent()
                ? texts.text("live.unproven")
                : "";
        return reached(store, state).map(it -> texts.text("live.up.to", it.toString())).orElseGet(() -> texts.text("live.on"))
                + unproven
                + above(state);
    }

    /// The newest event of the index is complete only where nothing lies above the horizon.
    private static Optional<Position> reached(OpenStore store, LiveState state) {
        int size = store.index().size();
        return state.horizon()
                .or(state::last)
                .or(() -> state.above() == 0 && size > 0 ? store.index().position(size - 1) : Optional.empty());
    }

    private String above(LiveState state) {
        return state.above() == 0 ? "" : texts.text("live.above", state.above());
    }
}
