package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.Tail;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Several open stores as one: streams and categories carry the alias of their store, events come by recorded time,
/// and each store's own order is kept. There are no positions, because numbers of different stores do not compare.
public final class CombinedSource implements EventSource {
    private final List<Member> members;
    private final List<Missing> missing;
    private final SourceInfo info;
    /// How they are followed, found out once.
    private @Nullable CombinedTail tail;

    /// @param members at least one, each with an alias of its own; closed with this source
    /// @param missing stores that belong to it and could not be opened
    public CombinedSource(List<Member> members, List<Missing> missing) {
        this.members = List.copyOf(members);
        this.missing = List.copyOf(missing);
        this.info = combined();
    }

    public List<Member> members() {
        return members;
    }

    /// Stores whose events are not among these.
    public List<Missing> missing() {
        return missing;
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public SourceInfo infoOf(String stream) {
        return memberOf(stream).map(member -> member.source().info()).orElse(info);
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return switch (request.selection()) {
            case Selection.Store() -> new CombinedCursor(members, request);
            case Selection.Stream(String name) -> narrowed(request, name);
            case Selection.Category(String name) -> narrowed(request, name);
        };
    }

    /// From one store only; from none when no store has that alias.
    private EventCursor narrowed(ReadRequest request, String name) {
        return new CombinedCursor(memberOf(name).map(List::of).orElse(List.of()), request);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        boolean any = members.stream().anyMatch(member -> member.source().snapshots().isPresent());
        return any ? Optional.of(new CombinedSnapshots(members)) : Optional.empty();
    }

    @Override
    public Set<String> deletedStreams() {
        return members.stream()
                .flatMap(member -> member.source().deletedStreams().stream().map(member.name()::of))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Member> memberOf(String outer) {
        return members.stream()
                .filter(member -> member.name().inner(outer).isPresent())
                .findFirst();
    }

    private SourceInfo combined() {
        var first = members.getFirst().source().info();
        return new SourceInfo(
                "workspace",
                each(SourceInfo::system).collect(Collectors.joining(", ")),
                each(SourceInfo::layout).collect(Collectors.joining(", ")),
                members.stream()
                        .flatMap(member -> member.source().info().recognisedBy().stream()
                                .map(sign -> member.alias() + ": " + sign))
                        .toList(),
                each(SourceInfo::storeVersion).collect(Collectors.joining("; ")),
                members.stream().flatMap(CombinedSource::proofs).toList(),
                notRead(member -> member.source().info().notRead()),
                capabilities(),
                first.data(),
                first.metadata(),
                first.snapshotState(),
                first.fields());
    }

    private Stream<String> each(Function<SourceInfo, String> part) {
        return members.stream().map(member -> part.apply(member.source().info()));
    }

    private static Stream<Proof> proofs(Member member) {
        return member.source().info().readOnlyProof().stream()
                .map(proof -> new Proof(member.alias() + ": " + proof.check(), proof.result(), proof.held()));
    }

    private static NotRead notRead(Missing missing) {
        return new NotRead(missing.alias() + " (the whole store)", -1, missing.reason());
    }

    @Override
    public List<NotRead> notRead() {
        return notRead(member -> member.source().notRead());
    }

    private List<NotRead> notRead(Function<Member, List<NotRead>> part) {
        var all = new ArrayList<NotRead>();
        missing.forEach(one -> all.add(notRead(one)));
        for (Member member : members) {
            part.apply(member)
                    .forEach(rows -> all.add(
                            new NotRead(member.alias() + ": " + rows.what(), rows.rows(), rows.why())));
        }
        return List.copyOf(all);
    }

    /// What all of them can; never an order that only holds within one of them.
    private Set<Capability> capabilities() {
        var common = EnumSet.allOf(Capability.class);
        members.forEach(member -> common.retainAll(member.source().info().capabilities()));
        common.removeAll(Set.of(Capability.GLOBAL_ORDER, Capability.DENSE_POSITIONS, Capability.LIVE_TAIL));
        if (snapshots().isPresent()) {
            common.add(Capability.SNAPSHOTS);
        }
        if (members.stream().anyMatch(member -> member.source().info().capabilities().contains(Capability.LIVE_TAIL))) {
            common.add(Capability.LIVE_TAIL);
        }
        return common;
    }

    /// Those that can be followed are; which are not, and why, is told with how the others are.
    @Override
    public synchronized Optional<Tail> tail() {
        CombinedTail known = tail == null ? new CombinedTail(members) : tail;
        tail = known;
        return known.followsAny() ? Optional.of(known) : Optional.empty();
    }

    @Override
    public String whyNotFollowed() {
        return tail().isPresent()
                ? ""
                : members.stream()
                        .map(member -> member.alias() + ": " + CombinedTail.whyNot(member))
                        .collect(Collectors.joining("; "));
    }

    /// Closes every store, also when one of them fails to close; the first failure is thrown on.
    @Override
    public void close() {
        ConnectorException failure = null;
        for (Member member : members) {
            try {
                member.source().close();
            } catch (ConnectorException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
