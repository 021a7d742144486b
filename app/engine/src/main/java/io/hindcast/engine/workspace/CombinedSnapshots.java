package io.hindcast.engine.workspace;

import io.hindcast.connector.SnapshotReader;
import io.hindcast.event.StoredSnapshot;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The snapshots of all stores, store by store.
final class CombinedSnapshots implements SnapshotReader {
    private final List<Member> members;

    CombinedSnapshots(List<Member> members) {
        this.members = members;
    }

    @Override
    public SnapshotCursor read(Optional<String> stream) {
        List<Member> wanted = stream.isEmpty()
                ? members
                : members.stream()
                        .filter(member -> member.name().inner(stream.get()).isPresent())
                        .toList();
        return new Walk(wanted.iterator(), stream);
    }

    @Override
    public long count() {
        return members.stream()
                .flatMap(member -> member.source().snapshots().stream())
                .mapToLong(SnapshotReader::count)
                .sum();
    }

    @Override
    public Map<String, Long> countByStream() {
        var counts = new TreeMap<String, Long>();
        for (Member member : members) {
            member.source().snapshots().ifPresent(reader -> reader.countByStream()
                    .forEach((stream, count) -> counts.put(member.name().of(stream), count)));
        }
        return counts;
    }

    private static final class Walk implements SnapshotCursor {
        private final Iterator<Member> members;
        private final Optional<String> stream;
        private Optional<Member> member = Optional.empty();
        private Optional<SnapshotCursor> cursor = Optional.empty();

        Walk(Iterator<Member> members, Optional<String> stream) {
            this.members = members;
            this.stream = stream;
        }

        @Override
        public Optional<List<StoredSnapshot>> next() {
            while (true) {
                Optional<List<StoredSnapshot>> page = cursor.flatMap(SnapshotCursor::next);
                if (page.isPresent()) {
                    Alias alias = member.orElseThrow().name();
                    return Optional.of(page.get().stream().map(one -> named(alias, one)).toList());
                }
                close();
                if (!members.hasNext()) {
                    return Optional.empty();
                }
                turnTo(members.next());
            }
        }

        private void turnTo(Member next) {
            member = Optional.of(next);
            cursor = next.source()
                    .snapshots()
                    .map(reader -> reader.read(stream.flatMap(name -> next.name().inner(name))));
        }

        private static StoredSnapshot named(Alias alias, StoredSnapshot one) {
            return new StoredSnapshot(
                    alias.of(one.stream()),
                    alias.of(one.category()),
                    one.version(),
                    one.type(),
                    one.recordedAt(),
                    one.state(),
                    one.place(),
                    one.trouble());
        }

        @Override
        public void close() {
            cursor.ifPresent(SnapshotCursor::close);
            cursor = Optional.empty();
        }
    }
}
