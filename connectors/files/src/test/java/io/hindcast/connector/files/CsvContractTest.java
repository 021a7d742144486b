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

final class CsvContractTest extends ConnectorContract {
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
        return KnownHistory.of(TckHistory.events(1)).withoutComparing(KnownHistory.Aspect.METADATA);
    }

    @Override
    protected List<Path> files() {
        return List.of(written());
    }

    @Override
    protected Optional<DamagedStore> damaged() {
        var file = Exports.write(
                folder,
                "damaged.csv",
                Exports.csv(TckHistory.events(1))
                        + "13,too,few\r\n14,x,account-1,account,9,Opened,2026-01-01T00:00:00Z,\"{\"\r\n");
        return Optional.of(new DamagedStore(OpenRequest.of(new Location(file.toString())), 14, Set.of(12, 13)));
    }

    private Path written() {
        var file = folder.resolve("events.csv");
        return Files.exists(file) ? file : Exports.write(folder, "events.csv", Exports.csv(TckHistory.events(1)));
    }
}
