package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.jdbc.address.HostAndPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where to knock: every part checked, nothing secret among them.
///
/// @param hosts tried in this order, at least one
/// @param database "" for the one named like the user
/// @param user "" for the one named like the person at the computer
record Server(List<HostAndPort> hosts, String database, String user) {
    static final int DEFAULT_PORT = 5432;

    Server {
        hosts = List.copyOf(hosts);
    }

    /// Settings win over what the address says.
    ///
    /// @throws ConnectorException of kind SETTINGS when a part is malformed
    static Server of(PostgresUrl url, OpenRequest request) {
        String hosts = either(request, PostgresConnector.HOST, url, UrlParameter.HOST).orElse("localhost");
        Optional<String> port = either(request, PostgresConnector.PORT, url, UrlParameter.PORT);
        return new Server(
                hosts(hosts, port.map(HostAndPort::port).orElse(DEFAULT_PORT)),
                either(request, PostgresConnector.DATABASE, url, UrlParameter.DATABASE).orElse(""),
                either(request, PostgresConnector.USER, url, UrlParameter.USER).orElse(""));
    }

    /// `host:port` of all hosts: what a person may see in a message.
    String shown() {
        return hosts.stream().map(HostAndPort::toString).collect(Collectors.joining(", "));
    }

    static Optional<String> either(OpenRequest request, String setting, PostgresUrl url, UrlParameter parameter) {
        return request.setting(setting).or(() -> Optional.ofNullable(url.parts().get(parameter)));
    }

    private static List<HostAndPort> hosts(String text, int defaultPort) {
        return Stream.of(text.split(",", -1))
                .map(one -> HostAndPort.of(one.strip(), defaultPort))
                .toList();
    }
}
