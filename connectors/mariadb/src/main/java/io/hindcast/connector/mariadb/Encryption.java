package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.OpenRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether the line to the server is encrypted, and whose certificate is believed.
///
/// @param certificate file with the certificates that are trusted; those of the Java platform when absent
record Encryption(Mode mode, Optional<String> certificate) {
    static final Mode PREFER = Mode.PREFER;

    enum Mode {
        DISABLE("disable", "DISABLED"),
        /// Encrypted where the server can, in the clear where it cannot.
        PREFER("prefer", "PREFERRED"),
        /// Encrypted, whoever answers.
        TRUST("trust", "REQUIRED"),
        VERIFY_CA("verify-ca", "VERIFY_CA"),
        VERIFY_FULL("verify-full", "VERIFY_IDENTITY");

        private final String spelling;
        private final String ofMySql;

        Mode(String spelling, String ofMySql) {
            this.spelling = spelling;
            this.ofMySql = ofMySql;
        }

        /// As the driver calls it, except for [#PREFER], which it does not know.
        String spelling() {
            return spelling;
        }
    }

    static List<String> names() {
        return Arrays.stream(Mode.values()).map(Mode::spelling).toList();
    }

    /// @throws ConnectorException of kind SETTINGS when the mode is none
    static Encryption of(MariaDbUrl url, OpenRequest request) {
        var mode = Server.either(request, MariaDbConnector.SSL_MODE, url, UrlParameter.SSL_MODE);
        return new Encryption(
                mode.map(Encryption::mode).orElse(PREFER),
                Optional.ofNullable(url.parts().get(UrlParameter.SERVER_CERTIFICATE)));
    }

    private static Mode mode(String text) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.spelling.equalsIgnoreCase(text) || mode.ofMySql.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new ConnectorException(
                        Kind.SETTINGS, "\"sslmode\" must be one of %s.".formatted(String.join(", ", names()))));
    }
}
