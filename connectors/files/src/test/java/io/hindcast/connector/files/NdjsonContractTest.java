package io.hindcast.connector.files;

import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.DamagedStore;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.TckHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

final class NdjsonContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return new FilesConnector();
    }

    @Override
    protected OpenRequest request() {
        return OpenRequest.of(new Location(files().getFirst().toString()));
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(1));
    }

    @Override
    protected List<Path> files() {
        return List.of(written());
    }

    @Override
    protected Optional<DamagedStore> damaged() {
        var file = Exports.write(
                folder,
                "damaged.ndjson",
                Exports.ndjson(TckHistory.events(1)) + "{\"stream\":\"account-1\",\"type\":\n[1,2]\n");
        return Optional.of(new DamagedStore(OpenRequest.of(new Location(file.toString())), 14, Set.of(12, 13)));
    }

    private Path written() {
        var file = folder.resolve("events.ndjson");
        return Files.exists(file) ? file : Exports.write(folder, "events.ndjson", Exports.ndjson(TckHistory.events(1)));
    }
}
