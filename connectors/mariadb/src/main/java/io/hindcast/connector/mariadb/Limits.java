package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.time.Duration;
import java.util.Optional;

/// How long a silent server is waited for. The drivers of these databases count milliseconds in their addresses.
record Limits(Duration connect, Duration answer) {
    static final Duration CONNECT = Duration.ofSeconds(10);
    /// A little longer than the server itself works on a statement, so that its own word is heard.
    static final Duration ANSWER = Duration.ofSeconds(330);

    static Limits of(MariaDbUrl url) {
        return new Limits(
                millis(url, UrlParameter.CONNECT_TIMEOUT).orElse(CONNECT),
                millis(url, UrlParameter.SOCKET_TIMEOUT).orElse(ANSWER));
    }

    private static Optional<Duration> millis(MariaDbUrl url, UrlParameter parameter) {
        return Optional.ofNullable(url.parts().get(parameter)).map(text -> {
            if (!text.matches("[1-9][0-9]{0,7}")) {
                throw new ConnectorException(
                        Kind.SETTINGS,
                        "\"%s\" must be a number of milliseconds from 1 to 99999999.".formatted(parameter.spelling()));
            }
            return Duration.ofMillis(Long.parseLong(text));
        });
    }
}
