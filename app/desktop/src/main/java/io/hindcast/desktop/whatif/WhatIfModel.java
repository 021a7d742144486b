package io.hindcast.desktop.whatif;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.PayloadShape;
import java.util.Optional;

/// Suppositions about the focused event, and taking them back. They live as long as the store is open and are never kept.
public final class WhatIfModel {
    private final Focus focus;
    private final PayloadDecoder decoder = new StandardPayloads();

    public WhatIfModel(Focus focus) {
        this.focus = focus;
    }

    /// The focused event never happened; asked again, it did.
    public void muteOrNot() {
        event().ifPresent(event -> {
            Hypothesis now = focus.hypothesisProperty().get();
            EventPick pick = EventPick.of(event);
            boolean muted = now.of(event).filter(Alteration.Mute.class::isInstance).isPresent();
            focus.suppose(muted ? now.without(pick) : now.muting(pick));
        });
    }

    /// The body that the focused event has now, as it may be shown.
    Shown shownBodyOf(Event event) {
        return focus.masks().data(event, bodyOf(event));
    }

    /// The focused event had this body; what was masked in it and left as it was keeps its value.
    ///
    /// @return why that is no body, absent when it is supposed now
    Optional<String> replace(Event event, String json) {
        return switch (read(json)) {
            case Opaque(String reason, _, _) -> Optional.of(reason);
            case Absent _ -> Optional.of("");
            case StateValue body -> {
                StateValue whole = Unmasked.of(body, shownBodyOf(event), bodyOf(event));
                focus.suppose(focus.hypothesisProperty().get().replacing(EventPick.of(event), whole));
                yield Optional.empty();
            }
        };
    }

    /// Why a text is no body; absent when it is one, "" when there is none.
    Optional<String> complaint(String json) {
        return switch (read(json)) {
            case Opaque(String reason, _, _) -> Optional.of(reason);
            case Absent _ -> Optional.of("");
            case StateValue _ -> Optional.empty();
        };
    }

    private StateValue read(String json) {
        return decoder.decode(ByteSlice.ofText(json.strip()), PayloadShape.of(PayloadShape.Formats.JSON));
    }

    /// The body that the focused event has now: the supposed one, else the recorded one.
    StateValue bodyOf(Event event) {
        Optional<Alteration> supposed = focus.hypothesisProperty().get().of(event);
        if (supposed.isPresent() && supposed.get() instanceof Alteration.Replace replaced) {
            return replaced.data();
        }
        Look look = focus.look();
        return look.history().map(it -> it.data(look.index())).orElse(Absent.ABSENT);
    }

    void takeBack(Alteration alteration) {
        focus.suppose(focus.hypothesisProperty().get().without(alteration.pick()));
    }

    /// Everything is as it was recorded.
    public void takeAllBack() {
        focus.suppose(Hypothesis.NONE);
    }

    /// The focused event, absent while none is.
    public Optional<Event> event() {
        Look look = focus.look();
        return look.isOnEvent()
                ? look.history().map((StreamHistory it) -> it.event(look.index()))
                : Optional.empty();
    }

    Focus focus() {
        return focus;
    }
}
