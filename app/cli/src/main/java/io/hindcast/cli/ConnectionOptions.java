package io.hindcast.cli;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Setting;
import io.hindcast.engine.link.LookLink;
import io.hindcast.engine.session.StoreOpener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How to get into a store.
final class ConnectionOptions {
    @Option(names = "--user", paramLabel = "NAME", description = "User of the store.")
    @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description = "Environment variable that holds the password. A password is never an argument.")
    @Nullable String passwordVariable;

    @Option(names = "--mapping", paramLabel = "FILE", description = "How the store's columns or fields are to be read.")
    @Nullable Path mapping;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "A server is read on so many connections at most: 1 to 16, preset 4.")
    @Nullable String connections;

    @Mixin
    MaskOptions masks = new MaskOptions();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the connector; may be repeated.")
    Map<String, String> settings = new HashMap<>();

    /// What may be written down of this: settings that the connector knows, and knows to be no secrets.
    Map<String, String> namedWithoutSecrets(StoreOpener opener, String store) {
        Set<String> known = opener.connectorFor(new Location(store)).stream()
                .flatMap(connector -> connector.settings().stream())
                .filter(setting -> setting.kind() != Setting.Kind.SECRET)
                .map(Setting::name)
                .collect(Collectors.toSet());
        Map<String, String> named = named();
        named.keySet().retainAll(known);
        return named;
    }

    private Map<String, String> named() {
        var all = new HashMap<>(settings);
        if (user != null) {
            all.put("user", user);
        }
        if (mapping != null) {
            all.put("mapping", mapping.toString());
        }
        if (connections != null) {
            all.put("connections", connections);
        }
        return all;
    }

    OpenRequest request(String store, Terminal terminal) {
        if (store.isBlank()) {
            throw new UsageException("STORE is empty: name a file, a URL or sample:ledger.");
        }
        if (LookLink.isMeant(store)) {
            throw new UsageException("A link opens the window: hindcast open LINK. In the window, Ctrl+Shift+C copies the command for what it shows.");
        }
        masks.draw(store, terminal);
        return new OpenRequest(new Location(store), named(), password(terminal));
    }

    private Supplier<Optional<char[]>> password(Terminal terminal) {
        if (passwordVariable == null) {
            return () -> terminal.prompt().apply("Password: ");
        }
        Optional<char[]> value = terminal.environment().apply(passwordVariable).map(String::toCharArray);
        if (value.isEmpty()) {
            throw new UsageException("The environment variable " + passwordVariable + " is not set.");
        }
        return () -> value;
    }
}
