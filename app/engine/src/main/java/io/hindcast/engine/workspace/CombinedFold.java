package io.hindcast.engine.workspace;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.event.FieldLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Each store's own fold for the streams of that store, under the names that the store itself uses.
public final class CombinedFold implements Fold {
    private final List<Member> members;

    /// @param members at least one
    public CombinedFold(List<Member> members) {
        this.members = List.copyOf(members);
    }

    private record Own(Fold fold, String category) {}

    private Own own(String category) {
        for (Member member : members) {
            Optional<String> inner = member.name().inner(category);
            if (inner.isPresent()) {
                return new Own(member.fold(), inner.get());
            }
        }
        return new Own(members.getFirst().fold(), category);
    }

    @Override
    public String name() {
        return members.stream().map(member -> member.fold().name()).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public String digest() {
        String all = members.stream()
                .map(member -> member.alias() + " " + member.fold().digest() + "\n")
                .collect(Collectors.joining());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void begin(String category, StateEditor state) {
        Own own = own(category);
        own.fold().begin(own.category(), state);
    }

    @Override
    public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        Own own = own(event.category());
        own.fold().apply(event.inCategory(own.category()), state);
    }

    @Override
    public boolean covers(String category) {
        Own own = own(category);
        return own.fold().covers(own.category());
    }

    @Override
    public boolean knows(String category, String type) {
        Own own = own(category);
        return own.fold().knows(own.category(), type);
    }

    @Override
    public boolean readsMetadata() {
        return members.stream().anyMatch(member -> member.fold().readsMetadata());
    }

    @Override
    public SnapshotComparison comparison(String category) {
        Own own = own(category);
        return own.fold().comparison(own.category());
    }

    @Override
    public Optional<FieldLocation> effectiveAt(String category) {
        Own own = own(category);
        return own.fold().effectiveAt(own.category());
    }

    @Override
    public Optional<FieldPath> currency(String category) {
        Own own = own(category);
        return own.fold().currency(own.category());
    }

    @Override
    public Optional<FoldEvent> taken(FoldEvent event) {
        return own(event.category()).fold().taken(event);
    }

    @Override
    public boolean isHypothetical() {
        return members.stream().anyMatch(member -> member.fold().isHypothetical());
    }

    @Override
    public boolean isGuess() {
        return members.stream().anyMatch(member -> member.fold().isGuess());
    }
}
