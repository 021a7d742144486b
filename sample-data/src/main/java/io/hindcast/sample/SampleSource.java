package io.hindcast.sample;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// A sample store as another connector opened it, under the sample's name.
record SampleSource(EventSource opened, SourceInfo info) implements EventSource {
    SampleSource(EventSource opened) {
        this(opened, named(opened.info()));
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return opened.read(request);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return opened.snapshots();
    }

    @Override
    public String whyNotFollowed() {
        return opened.whyNotFollowed();
    }

    @Override
    public Set<String> deletedStreams() {
        return opened.deletedStreams();
    }

    /// The rules of the bundled ledger.
    @Override
    public Optional<String> foldRules() {
        try (var rules = SampleSource.class.getResourceAsStream("ledger.folds.yaml")) {
            return rules == null
                    ? Optional.empty()
                    : Optional.of(new String(rules.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        opened.close();
    }

    private static SourceInfo named(SourceInfo info) {
        return new SourceInfo(
                SampleConnector.ID,
                info.system(),
                info.layout(),
                info.recognisedBy(),
                info.storeVersion(),
                info.readOnlyProof(),
                info.notRead(),
                info.capabilities(),
                info.data(),
                info.metadata(),
                info.snapshotState(),
                info.fields());
    }
}
