package io.hindcast.engine.session;

import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.Recognition;
import io.hindcast.engine.session.StoreOpener.Installed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// The connectors that are installed: those on the class path and those in plug-in folders. Immutable.
public final class ConnectorCatalogue {
    private static final String BUILT_IN = "built in";

    private final List<Installed> installed;
    private final List<CapsuleMaker> makers;

    private ConnectorCatalogue(List<Installed> installed, List<CapsuleMaker> makers) {
        this.installed = List.copyOf(installed);
        this.makers = List.copyOf(makers);
    }

    /// Looks for connectors.
    ///
    /// @param pluginFolders folders that hold one folder of jars for each plug-in; missing ones are passed over
    public static ConnectorCatalogue discover(List<Path> pluginFolders) {
        var found = new ArrayList<Installed>();
        var makers = new ArrayList<CapsuleMaker>();
        ClassLoader own = ConnectorCatalogue.class.getClassLoader();
        collect(ServiceLoader.load(Connector.class, own), BUILT_IN, found);
        collectMakers(ServiceLoader.load(CapsuleMaker.class, own), makers);
        pluginFolders.forEach(folder -> found.addAll(PluginFolder.load(folder, makers)));
        return new ConnectorCatalogue(found, makers);
    }

    public List<Installed> installed() {
        return installed;
    }

    public List<Connector> working() {
        return installed.stream()
                .filter(Installed.Working.class::isInstance)
                .map(one -> ((Installed.Working) one).connector())
                .toList();
    }

    /// What capsules are made with; absent where no plug-in brings it.
    public Optional<CapsuleMaker> capsules() {
        return makers.stream().findFirst();
    }

    /// The connector that claims a location most surely; the first one found wins a tie.
    public Optional<Connector> connectorFor(Location location) {
        record Claim(Connector connector, Recognition recognition) {}
        return working().stream()
                .map(connector -> new Claim(connector, connector.recognises(location)))
                .filter(claim -> claim.recognition() != Recognition.NO)
                .sorted(Comparator.comparing(Claim::recognition).reversed())
                .map(Claim::connector)
                .findFirst();
    }

    /// Adds each provider, and an entry with the reason for each that does not load.
    static void collect(ServiceLoader<Connector> loader, String origin, List<Installed> found) {
        var providers = loader.stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                found.add(new Installed.Working(providers.next().get(), origin));
            } catch (ServiceConfigurationError | LinkageError broken) {
                found.add(new Installed.Broken(origin, String.valueOf(broken.getMessage())));
            }
        }
    }

    /// Adds each maker of capsules that loads. Where one does not, neither does the connector beside it, which is told.
    static void collectMakers(ServiceLoader<CapsuleMaker> loader, List<CapsuleMaker> makers) {
        try {
            loader.forEach(makers::add);
        } catch (ServiceConfigurationError | LinkageError _) {
            // told as the connector's reason
        }
    }
}
