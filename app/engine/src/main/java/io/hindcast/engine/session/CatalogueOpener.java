package io.hindcast.engine.session;

import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.spool.SpoolPlace;
import io.hindcast.engine.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Opens stores with the connectors of a catalogue.
public final class CatalogueOpener implements StoreOpener {
    /// The setting that names a mapping file.
    static final String MAPPING = "mapping";

    private final ConnectorCatalogue catalogue;
    private final PayloadDecoder decoder;
    private final FoldFinder folds;
    private final Optional<SavedMappings> mappings;
    private final WorkspaceConnector workspaces;
    private final SpoolPlace copies;

    public CatalogueOpener(ConnectorCatalogue catalogue, PayloadDecoder decoder, FoldFinder folds) {
        this(catalogue, decoder, folds, Optional.empty(), SpoolPlace.FILE);
    }

    /// @param mappings what the person keeps for stores that no connector recognises; used where nothing else is said
    /// @param copies where copies of far stores may lie while these are open
    public CatalogueOpener(
            ConnectorCatalogue catalogue,
            PayloadDecoder decoder,
            FoldFinder folds,
            Optional<SavedMappings> mappings,
            SpoolPlace copies) {
        this.copies = copies;
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.folds = folds;
        this.mappings = mappings;
        this.workspaces = new WorkspaceConnector(
                this::openSource, folds, name -> Optional.ofNullable(System.getenv(name)));
    }

    @Override
    public List<Installed> connectors() {
        return catalogue.installed();
    }

    @Override
    public Optional<CapsuleMaker> capsules() {
        return catalogue.capsules();
    }

    @Override
    public Optional<Connector> connectorFor(Location location) {
        return WorkspaceFile.isOne(location) ? Optional.of(workspaces) : catalogue.connectorFor(location);
    }

    @Override
    public OpenStore open(OpenRequest request) {
        Location location = request.location();
        EventSource source = openSource(request);
        return new IndexedStore(location.text(), source, decoder, folds.find(location, source), copies);
    }

    private EventSource openSource(OpenRequest request) {
        Connector connector = connector(request.location());
        KnownSettings.check(connector, request);
        return connector.open(withSavedMapping(request));
    }

    private OpenRequest withSavedMapping(OpenRequest request) {
        Optional<Path> saved = request.setting(MAPPING).isPresent()
                ? Optional.empty()
                : mappings.flatMap(kept -> kept.of(request.location()));
        return saved.map(file -> {
                    var settings = new HashMap<>(request.settings());
                    settings.put(MAPPING, file.toString());
                    return new OpenRequest(request.location(), settings, request.password());
                })
                .orElse(request);
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return connector(request.location()).guessMappings(request);
    }

    @Override
    public MappingTrial tryMapping(OpenRequest request, String text) throws IOException {
        return MappingTrial.of(connector(request.location()), request, text);
    }

    @Override
    public Optional<String> savedMapping(Location location) throws IOException {
        Optional<Path> file = mappings.flatMap(kept -> kept.of(location));
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()));
    }

    @Override
    public Path saveMapping(Location location, String text) throws IOException {
        return mappings.orElseThrow(() -> new IOException("nowhere to keep it")).save(location, text);
    }

    private Connector connector(Location location) {
        return connectorFor(location).orElseThrow(() -> unclaimed(location));
    }

    private static ConnectorException unclaimed(Location location) {
        if (location.path().isPresent() && !Files.exists(location.path().get())) {
            return new ConnectorException(
                    ConnectorException.Kind.NOT_FOUND, "There is no file or folder " + location.text() + ".");
        }
        if (location.path().filter(Files::isDirectory).isPresent()) {
            return new ConnectorException(
                    ConnectorException.Kind.NOT_AN_EVENT_STORE,
                    "The folder %s holds no text file of events. A database is opened by naming its file.".formatted(location.text()));
        }
        return new ConnectorException(
                ConnectorException.Kind.NOT_AN_EVENT_STORE,
                "No installed connector knows what to do with %s; `hindcast connectors` lists what there is.%s"
                        .formatted(shown(location), packed(location) ? " A database in gzip has to be unpacked first." : ""));
    }

    /// Files of text are read in gzip, databases are not.
    private static boolean packed(Location location) {
        if (location.path().filter(Files::isRegularFile).isEmpty()) {
            return false;
        }
        try (var in = Files.newInputStream(location.path().get())) {
            return in.read() == 0x1f && in.read() == 0x8b;
        } catch (IOException _) {
            return false;
        }
    }

    private static String shown(Location location) {
        return location.scheme().map(scheme -> scheme + ": URLs").orElse(location.text());
    }
}
