package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.OpenRequest;
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
        int end = place.startsWith("[") ? place.indexOf(']') : -1;
        int colon = place.indexOf(':', Math.max(end, 0));
        String host = colon < 0 ? place : place.substring(0, colon);
        if (!host.isEmpty() && !host.matches("[\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.%]+]")) {
            throw wrong("The host in the address is not a host name.");
        }
        Optional<String> port = either(request, MariaDbConnector.PORT, url, UrlParameter.PORT);
        return new Server(
                host.isEmpty() ? "localhost" : host.replaceAll("[\\[\\]]", ""),
                colon < 0 ? port.map(Server::port).orElse(DEFAULT_PORT) : port(place.substring(colon + 1)),
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

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        }
        throw wrong("The port is not a number from 1 to 65535.");
    }

    private static ConnectorException wrong(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
