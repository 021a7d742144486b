package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.jdbc.address.HostAndPort;
import java.util.Optional;

/// Where to knock: every part checked, nothing secret among them.
///
/// @param host a name or an address; an IPv6 address without its brackets
/// @param database "" to look through all that the user may see
/// @param user "" for the one named like the person at the computer
record Server(String host, int port, String database, String user) {
    static final int DEFAULT_PORT = 3306;

    /// Settings win over what the address says.
    ///
    /// @throws ConnectorException of kind SETTINGS when a part is malformed
    static Server of(MariaDbUrl url, OpenRequest request) {
        String place = either(request, MariaDbConnector.HOST, url, UrlParameter.HOST).orElse("localhost");
        if (place.contains(",") || place.startsWith("address=")) {
            throw wrong("The address names several hosts; name the one that is to be read.");
        }
        Optional<String> port = either(request, MariaDbConnector.PORT, url, UrlParameter.PORT);
        var host = HostAndPort.of(place, port.map(HostAndPort::port).orElse(DEFAULT_PORT));
        return new Server(
                host.name().replaceAll("[\\[\\]]", ""),
                host.port(),
                either(request, MariaDbConnector.DATABASE, url, UrlParameter.DATABASE).orElse(""),
                either(request, MariaDbConnector.USER, url, UrlParameter.USER).orElse(""));
    }

    /// `host:port`: what a person may see in a message.
    String shown() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    static Optional<String> either(OpenRequest request, String setting, MariaDbUrl url, UrlParameter parameter) {
        return request.setting(setting).or(() -> Optional.ofNullable(url.parts().get(parameter)));
    }

    private static ConnectorException wrong(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
