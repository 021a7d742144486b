package io.hindcast.connector.jdbc.address;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;

/// A server's place in a network.
///
/// @param name a name or an address; an IPv6 address stands in brackets
public record HostAndPort(String name, int port) {
    /// Reads `name`, `name:port`, `[address]:port`; nothing before the port is this computer.
    ///
    /// @throws ConnectorException of kind SETTINGS when a part is malformed
    public static HostAndPort of(String text, int defaultPort) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', Math.max(end, 0));
        String name = colon < 0 ? text : text.substring(0, colon);
        if (!name.isEmpty() && !name.matches("[\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.%]+]")) {
            throw new ConnectorException(Kind.SETTINGS, "The host in the address is not a host name.");
        }
        return new HostAndPort(
                name.isEmpty() ? "localhost" : name, colon < 0 ? defaultPort : port(text.substring(colon + 1)));
    }

    /// @throws ConnectorException of kind SETTINGS when it is none
    public static int port(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        }
        throw new ConnectorException(Kind.SETTINGS, "The port is not a number from 1 to 65535.");
    }

    @Override
    public String toString() {
        return name + ":" + port;
    }
}
