package io.hindcast.engine.session;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Setting;
import io.hindcast.engine.fold.Spelling;
import java.util.List;
import java.util.Set;

/// Whether a connector has the settings that somebody gives it: a misspelt one would be passed over in silence.
final class KnownSettings {
    /// Said for any store; they hold where they fit.
    private static final Set<String> ANYWHERE = Set.of("user", "mapping", "connections");

    private KnownSettings() {}

    /// @throws ConnectorException that names the settings there are, for one that is none of them, and for a secret
    static void check(Connector connector, OpenRequest request) {
        List<String> known = connector.settings().stream()
                .filter(setting -> setting.kind() != Setting.Kind.SECRET)
                .map(Setting::name)
                .toList();
        request.settings().keySet().stream()
                .filter(name -> !known.contains(name) && !ANYWHERE.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ConnectorException(ConnectorException.Kind.SETTINGS, sentence(connector, name, known));
                });
    }

    private static String sentence(Connector connector, String name, List<String> known) {
        if (connector.settings().stream().anyMatch(setting -> setting.name().equals(name))) {
            return "A %s is no setting, and never an argument; name the environment variable that holds it.".formatted(name);
        }
        return "%s has no setting '%s'; %s"
                .formatted(
                        connector.displayName(),
                        name,
                        Spelling.nearest(name, known)
                                .map("did you mean '%s'?"::formatted)
                                .orElseGet(() -> known.isEmpty() ? "it has none." : "it has: " + String.join(", ", known) + "."));
    }
}
