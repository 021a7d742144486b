package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.OpenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where to knock: every part checked, nothing secret among them.
///
/// @param hosts tried in this order, at least one
/// @param database "" for the one named like the user
/// @param user "" for the one named like the person at the computer
record Server(List<Host> hosts, String database, String user) {
    static final int DEFAULT_PORT = 5432;

    /// @param name a name or an address; an IPv6 address stands in brackets
    record Host(String name, int port) {
        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

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
                hosts(hosts, port.map(Server::port).orElse(DEFAULT_PORT)),
                either(request, PostgresConnector.DATABASE, url, UrlParameter.DATABASE).orElse(""),
                either(request, PostgresConnector.USER, url, UrlParameter.USER).orElse(""));
    }

    /// `host:port` of all hosts: what a person may see in a message.
    String shown() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(", "));
    }

    static Optional<String> either(OpenRequest request, String setting, PostgresUrl url, UrlParameter parameter) {
        return request.setting(setting).or(() -> Optional.ofNullable(url.parts().get(parameter)));
    }

    private static List<Host> hosts(String text, int defaultPort) {
        var hosts = new ArrayList<Host>();
        for (String one : text.split(",", -1)) {
            hosts.add(host(one.strip(), defaultPort));
        }
        return hosts;
    }

    private static Host host(String text, int defaultPort) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', Math.max(end, 0));
        String name = colon < 0 ? text : text.substring(0, colon);
        if (name.isEmpty()) {
            name = "localhost";
        }
        if (!name.matches("[\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.%]+]")) {
            throw new ConnectorException(Kind.SETTINGS, "The host in the address is not a host name.");
        }
        return new Host(name, colon < 0 ? defaultPort : port(text.substring(colon + 1)));
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        }
        throw new ConnectorException(Kind.SETTINGS, "The port is not a number from 1 to 65535.");
    }
}
