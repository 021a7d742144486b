package io.hindcast.desktop.transport;

import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.event.Event;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons to step and play, a slider to scrub, and words that say where one is.
public final class TransportView extends HBox {
    private final TransportModel model;
    private final Texts texts = Texts.of(TransportView.class);
    private final Slider slider = new Slider(-1, 0, -1);
    private final Label position = new Label();
    private final Button play;
    private final Timeline clock = new Timeline();
    private boolean following;

    public TransportView(TransportModel model) {
        super(4);
        this.model = model;
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_LEFT);
        play = Icons.button(Feather.PLAY, texts.text("transport.play"), model::playOrPause);
        play.setId("transport-play");
        play.getStyleClass().add("transport-play");
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setId("transport-slider");
        slider.setAccessibleText(texts.text("transport.slider"));
        slider.setMinWidth(80);
        slider.valueProperty().subscribe((_, value) -> scrub((int) Math.round(value.doubleValue())));
        slider.setOnScroll(scroll -> model.by(scroll.getDeltaY() > 0 ? -1 : 1));
        position.setId("transport-position");
        position.getStyleClass().add("transport-position");
        position.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Icons.button(Feather.SKIP_BACK, texts.text("transport.first"), model::first),
                        Icons.button(Feather.CHEVRON_LEFT, texts.text("transport.previous"), model::previous),
                        play,
                        Icons.button(Feather.CHEVRON_RIGHT, texts.text("transport.next"), model::next),
                        Icons.button(Feather.SKIP_FORWARD, texts.text("transport.last"), model::last),
                        speeds(),
                        slider,
                        position);
        model.focus().lookProperty().subscribe(this::follow);
        model.focus().zoneProperty().subscribe((_, _) -> follow(model.focus().look()));
        model.playingProperty().subscribe(this::playing);
        model.speedProperty().subscribe((_, _) -> playing(model.playingProperty().get()));
    }

    private ChoiceBox<TransportModel.Speed> speeds() {
        var speeds = new ChoiceBox<TransportModel.Speed>();
        speeds.getItems().setAll(TransportModel.Speed.values());
        speeds.setConverter(new StringConverter<>() {
            @Override
            public String toString(TransportModel.Speed speed) {
                return texts.text("transport.speed." + speed.name());
            }

            @Override
            public TransportModel.Speed fromString(String text) {
                return TransportModel.Speed.X4;
            }
        });
        speeds.setId("transport-speed");
        speeds.getStyleClass().add("hc-choice");
        speeds.setAccessibleText(texts.text("transport.speed"));
        speeds.setTooltip(new Tooltip(texts.text("transport.speed.tip")));
        speeds.valueProperty().bindBidirectional(model.speedProperty());
        return speeds;
    }

    private void scrub(int index) {
        if (!following && index != model.focus().look().index()) {
            model.focus().step(index);
        }
    }

    private void follow(Look look) {
        following = true;
        slider.setDisable(look.size() == 0);
        slider.setMax(Math.max(0, look.size() - 1));
        slider.setValue(look.index());
        following = false;
        String words = words(look);
        position.setText(words);
        slider.setAccessibleRoleDescription(words);
    }

    private String words(Look look) {
        if (look.size() == 0) {
            return texts.text("transport.nowhere");
        }
        if (!look.isOnEvent()) {
            return texts.text("transport.before", look.size());
        }
        Event event = look.history().orElseThrow().event(look.index());
        String version = event.version().isPresent() ? "v" + event.version().getAsLong() : "—";
        var time = new TimeText(model.focus().zoneProperty().get(), texts.locale());
        String when = event.recordedAt().map(time::spoken).orElse(texts.text("transport.untimed"));
        return texts.text("transport.position", look.index() + 1, look.size(), version, when);
    }

    private void playing(boolean on) {
        ((FontIcon) play.getGraphic()).setIconCode(on ? Feather.PAUSE : Feather.PLAY);
        clock.stop();
        if (on) {
            wait(model.pace());
        }
    }

    private void wait(java.time.Duration pace) {
        clock.getKeyFrames().setAll(new KeyFrame(Duration.millis(pace.toNanos() / 1e6), _ -> turn()));
        clock.playFromStart();
    }

    /// The next event, and then its own time.
    private void turn() {
        model.next();
        if (model.playingProperty().get()) {
            wait(model.pace());
        }
    }
}
