package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
class SessionTest {
    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("sessions");
        TestServer.run(
                "sessions",
                """
                CREATE TABLE notes (id bigint AUTO_INCREMENT PRIMARY KEY, words text);
                INSERT INTO notes (words) VALUES ('first');
                CREATE SEQUENCE numbers;
                CREATE USER reader IDENTIFIED BY 'sesame';
                GRANT SELECT ON sessions.* TO reader;
                CREATE USER stranger IDENTIFIED BY 'sesame';
                CREATE USER guarded IDENTIFIED BY 'sesame' REQUIRE SSL;
                GRANT SELECT ON sessions.* TO guarded;
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO notes (words) VALUES ('second')",
                "UPDATE notes SET words = 'changed'",
                "DELETE FROM notes",
                "REPLACE INTO notes VALUES (1, 'x')",
                "TRUNCATE TABLE notes",
                "CREATE TABLE more (id int)",
                "DROP TABLE notes",
                "ALTER TABLE notes ADD more int",
                "CREATE USER thief",
                "SELECT NEXTVAL(numbers)"
            })
    void nothing_can_be_written_even_by_an_administrator(String sql) throws SQLException {
        try (var connection = TestServer.sessions(TestServer.request("sessions")).open();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("READ ONLY transaction");
        }
    }

    @Test
    void the_proof_tells_what_the_server_says() throws SQLException {
        try (var connection = TestServer.sessions(TestServer.request("sessions")).open()) {
            var proofs = ReadOnlyProof.of(connection);

            assertThat(proofs).allMatch(Proof::held);
            assertThat(proofs)
                    .extracting(Proof::result)
                    .contains(
                            "transaction_read_only = ON",
                            "account root@127.0.0.1",
                            "a server that others may write to",
                            "the account could write (ALL PRIVILEGES), this session cannot");
        }
    }

    @Test
    void an_account_that_only_reads_is_told_apart() throws SQLException {
        try (var connection = TestServer.sessions(reader()).open()) {
            assertThat(ReadOnlyProof.of(connection))
                    .extracting(Proof::result)
                    .contains("account reader@%", "the account has no right to write (SELECT, USAGE)");
        }
    }

    @Test
    void a_session_tells_its_name_its_limits_and_that_times_are_in_utc() throws SQLException {
        try (var connection = TestServer.sessions(reader()).open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT @@max_statement_time, @@lock_wait_timeout, @@time_zone, @@sql_mode")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(300);
            assertThat(row.getInt(2)).isEqualTo(10);
            assertThat(row.getString(3)).isEqualTo("+00:00");
            assertThat(row.getString(4)).contains("PIPES_AS_CONCAT");
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"disable, ''", "prefer, TLS", "trust, TLS"})
    void the_mode_says_whether_the_line_is_encrypted(String mode, String expected) throws SQLException {
        try (var connection = TestServer.sessions(with("reader", "sslmode", mode)).open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_version'")) {
            row.next();
            assertThat(row.getString(2)).startsWith(expected);
            assertThat(row.getString(2).isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    @Test
    void a_certificate_that_nobody_signed_is_refused_where_it_is_checked() {
        var refusal = refusal(new OpenRequest(
                with("guarded", "sslmode", "verify-full").location(),
                Map.of("sslmode", "verify-full"),
                () -> Optional.of("wrong-barley".toCharArray())));

        assertThat(refusal.sentence()).doesNotContain("barley");
        assertThat(refusal.kind()).isIn(Kind.UNREACHABLE, Kind.AUTHENTICATION);
    }

    @Test
    void an_account_that_must_encrypt_is_refused_in_the_clear() {
        assertThat(refusal(with("guarded", "sslmode", "disable")).kind()).isEqualTo(Kind.AUTHENTICATION);
    }

    @Test
    void a_server_without_encryption_is_read_in_the_clear_only_where_that_is_allowed() throws SQLException {
        try (var plain = LocalMariaDb.start("--skip-ssl")) {
            var location = new Location("mariadb://root@127.0.0.1:" + plain.port() + "/");
            TestServer.sessions(OpenRequest.of(location)).open().close();

            var refusal = refusal(new OpenRequest(location, Map.of("sslmode", "trust"), Optional::empty));
            assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(refusal.sentence()).contains("does not encrypt");
        }
    }

    @Test
    void a_password_is_asked_for_only_when_it_is_wanted() throws SQLException {
        var request = new OpenRequest(TestServer.request("sessions").location(), Map.of(), () -> {
            throw new AssertionError("asked although the server trusts this account");
        });
        TestServer.sessions(request).open().close();
    }

    @Test
    void a_wrong_password_is_said_without_repeating_it() {
        var refusal = refusal(TestServer.as("sessions", "reader", "open-barley"));

        assertThat(refusal.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(refusal.sentence()).contains("reader", "wrong user name or password").doesNotContain("barley");
        assertThat(String.valueOf(refusal.getCause())).doesNotContain("barley");
    }

    @Test
    void a_missing_password_is_said_with_the_way_to_give_it() {
        var refusal = refusal(TestServer.as("sessions", "reader", ""));

        assertThat(refusal.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(refusal.sentence()).contains("--password-env");
    }

    @Test
    void a_missing_database_is_not_found() {
        assertThat(refusal(TestServer.request("atlantis")).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void a_database_that_the_account_may_not_enter_is_an_authentication_matter() {
        assertThat(refusal(TestServer.as("sessions", "stranger", "sesame")).kind()).isEqualTo(Kind.AUTHENTICATION);
    }

    private static OpenRequest reader() {
        return TestServer.as("sessions", "reader", "sesame");
    }

    private static OpenRequest with(String user, String setting, String value) {
        var request = TestServer.as("sessions", user, "sesame");
        return new OpenRequest(request.location(), Map.of(setting, value), request.password());
    }

    private static ConnectorException refusal(OpenRequest request) {
        return catchThrowableOfType(
                ConnectorException.class,
                () -> TestServer.sessions(request).open().close());
    }
}
