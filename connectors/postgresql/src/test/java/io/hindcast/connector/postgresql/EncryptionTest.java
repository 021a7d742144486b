package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every mode of encryption against a server that has a certificate, and what is said when it does not work out.
class EncryptionTest {
    private static final String ACCESS =
            """
            host    all postgres 127.0.0.1/32 trust
            hostssl all careful  127.0.0.1/32 trust
            hostssl all holder   127.0.0.1/32 cert
            """;

    @TempDir
    static Path folder;

    private static LocalPostgres encrypted;
    private static LocalPostgres elsewhere;

    @BeforeAll
    static void starts() throws IOException, GeneralSecurityException, SQLException {
        var here = Certificates.of(folder, "here", "ip:127.0.0.1");
        var holder = Certificates.of(folder, "holder", "dns:holder.example");
        encrypted = server(here, holder);
        elsewhere = server(Certificates.of(folder, "elsewhere", "dns:ledger.example"), holder);
        Files.write(folder.resolve("here.crt"), here.certificate());
        Files.write(folder.resolve("holder.crt"), holder.certificate());
        Files.write(folder.resolve("holder.key"), holder.privateKeyAsDer());
        Files.setPosixFilePermissions(folder.resolve("holder.key"), PosixFilePermissions.fromString("rw-------"));
        try (var connection = encrypted.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE careful LOGIN");
            statement.execute("CREATE ROLE holder LOGIN");
        }
    }

    @AfterAll
    static void stops() {
        encrypted.close();
        elsewhere.close();
    }

    private static LocalPostgres server(Certificates own, Certificates client) throws GeneralSecurityException {
        return LocalPostgres.start(new LocalPostgres.Setup(
                Optional.empty(),
                List.of("ssl=on", "ssl_cert_file=own.crt", "ssl_key_file=own.key", "ssl_ca_file=client.crt"),
                ACCESS,
                Map.of(
                        "own.crt", own.certificate(),
                        "own.key", own.privateKey(),
                        "client.crt", client.certificate())));
    }

    @ParameterizedTest
    @CsvSource({
        "disable, not encrypted",
        "allow, not encrypted",
        "prefer, encrypted with TLSv1.3",
        "require, encrypted with TLSv1.3",
        "verify-ca, encrypted with TLSv1.3",
        "verify-full, encrypted with TLSv1.3"
    })
    void the_proof_tells_how_the_connection_is_protected(String mode, String result) throws SQLException {
        assertThat(protection(at(encrypted, "postgres", mode) + "&sslrootcert=" + folder.resolve("here.crt")))
                .startsWith(result);
    }

    @Test
    void a_client_certificate_opens_the_door() throws SQLException {
        assertThat(protection(at(encrypted, "holder", "require") + "&sslcert=" + folder.resolve("holder.crt")
                        + "&sslkey=" + folder.resolve("holder.key")))
                .startsWith("encrypted");
    }

    @Test
    void a_private_key_that_others_can_read_is_refused() throws IOException {
        Path open = Files.copy(folder.resolve("holder.key"), folder.resolve("open.key"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        var refusal = refusal(at(encrypted, "holder", "require") + "&sslkey=" + open);

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains(open.toString(), "chmod 600");
    }

    @Test
    void a_missing_client_certificate_is_an_authentication_matter() {
        assertThat(refusal(at(encrypted, "holder", "require")).kind()).isEqualTo(Kind.AUTHENTICATION);
    }

    @Test
    void a_server_without_encryption_is_said_where_it_is_wanted() {
        var refusal = refusal(at(TestServer.server(), "postgres", "require"));

        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.sentence()).contains("does not encrypt", "sslmode=require");
    }

    @Test
    void a_server_that_wants_encryption_is_said_where_there_is_none() {
        var refusal = refusal(at(encrypted, "careful", "disable"));

        assertThat(refusal.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(refusal.sentence()).contains("careful", "not encrypted");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        var refusal = refusal(
                at(elsewhere, "postgres", "verify-ca") + "&sslrootcert=" + folder.resolve("here.crt"));

        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.sentence()).contains("certificate", "not trusted");
    }

    @Test
    void a_certificate_of_another_host_is_refused() throws GeneralSecurityException, IOException {
        Path root = Files.write(
                folder.resolve("elsewhere.crt"),
                Certificates.of(Files.createDirectory(folder.resolve("again")), "elsewhere", "dns:ledger.example")
                        .certificate());
        Path real = Files.write(folder.resolve("real.crt"), certificateOf(elsewhere));

        assertThat(refusal(at(elsewhere, "postgres", "verify-full") + "&sslrootcert=" + real).sentence())
                .contains("certificate", "another host");
        assertThat(refusal(at(elsewhere, "postgres", "verify-full") + "&sslrootcert=" + root).sentence())
                .contains("not trusted");
    }

    @Test
    void a_root_certificate_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing.crt");
        var refusal = refusal(at(encrypted, "postgres", "verify-full") + "&sslrootcert=" + missing);

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains(missing.toString());
    }

    private static byte[] certificateOf(LocalPostgres server) throws IOException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_read_file('own.crt')")) {
            rows.next();
            return rows.getString(1).getBytes(StandardCharsets.US_ASCII);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String protection(String address) throws SQLException {
        try (var connection = sessions(address).open()) {
            return ReadOnlyProof.of(connection).stream()
                    .filter(proof -> proof.check().equals("how the connection is protected"))
                    .map(Proof::result)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ConnectorException refusal(String address) {
        return catchThrowableOfType(
                ConnectorException.class, () -> sessions(address).open().close());
    }

    private static Sessions sessions(String address) {
        var request = OpenRequest.of(new Location(address));
        var url = PostgresUrl.parse(address);
        return new Sessions(Server.of(url, request), url, request);
    }

    private static String at(LocalPostgres server, String user, String mode) {
        return server.url("postgres") + "?user=" + user + "&sslmode=" + mode;
    }
}
