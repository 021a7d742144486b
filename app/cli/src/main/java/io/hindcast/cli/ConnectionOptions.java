package io.hindcast.cli;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the connector; may be repeated.")
    Map<String, String> settings = new HashMap<>();

    OpenRequest request(String store, Terminal terminal) {
        if (store.isBlank()) {
            throw new UsageException("STORE is empty: name a file, a URL or sample:ledger.");
        }
        var all = new HashMap<>(settings);
        if (user != null) {
            all.put("user", user);
        }
        if (mapping != null) {
            all.put("mapping", mapping.toString());
        }
        return new OpenRequest(new Location(store), all, password(terminal));
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
