package io.hindcast.engine.whatif;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateText;
import io.hindcast.event.FieldLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A fold over events as they are supposed to be. Its name and its digest say so.
record HypotheticalFold(Fold base, Hypothesis hypothesis) implements Fold {
    @Override
    public String name() {
        return base.name() + " (hypothetical)";
    }

    @Override
    public String digest() {
        var text = new StringBuilder(base.digest());
        for (Alteration one : hypothesis.alterations()) {
            text.append('\n').append(one.pick()).append(' ');
            switch (one) {
                case Alteration.Mute _ -> text.append("muted");
                case Alteration.Replace replaced -> text.append(StateText.compact(replaced.data()));
            }
        }
        return sha256(text.toString());
    }

    @Override
    public Optional<FoldEvent> taken(FoldEvent event) {
        Optional<Alteration> supposed = hypothesis.of(event.header());
        if (supposed.isEmpty()) {
            return base.taken(event);
        }
        return switch (supposed.get()) {
            case Alteration.Mute _ -> Optional.empty();
            case Alteration.Replace replaced ->
                base.taken(new FoldEvent(event.header(), replaced.data(), event.metadata()));
        };
    }

    @Override
    public void begin(String category, StateEditor state) {
        base.begin(category, state);
    }

    /// The event comes as it was [#taken(FoldEvent)].
    @Override
    public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        base.apply(event, state);
    }

    @Override
    public boolean covers(String category) {
        return base.covers(category);
    }

    @Override
    public boolean knows(String category, String type) {
        return base.knows(category, type);
    }

    @Override
    public boolean readsMetadata() {
        return base.readsMetadata();
    }

    @Override
    public SnapshotComparison comparison(String category) {
        return base.comparison(category);
    }

    @Override
    public Optional<FieldLocation> effectiveAt(String category) {
        return base.effectiveAt(category);
    }

    @Override
    public Optional<FieldPath> currency(String category) {
        return base.currency(category);
    }

    @Override
    public boolean isGuess() {
        return base.isGuess();
    }

    @Override
    public boolean isHypothetical() {
        return true;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
