package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("sessions");
        TestServer.run(
                "sessions",
                "CREATE TABLE notes (id bigserial PRIMARY KEY, words text)",
                "INSERT INTO notes (words) VALUES ('first')",
                "CREATE ROLE reader LOGIN PASSWORD 'sesame'",
                "GRANT SELECT ON notes TO reader");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO public.notes (words) VALUES ('second')",
                "UPDATE public.notes SET words = 'changed'",
                "DELETE FROM public.notes",
                "TRUNCATE public.notes",
                "CREATE TABLE public.more (id int)",
                "DROP TABLE public.notes",
                "SELECT nextval('public.notes_id_seq')",
                "SELECT setval('public.notes_id_seq', 99)",
                "SELECT * FROM public.notes FOR UPDATE",
                "SELECT lo_create(0)",
                "COPY public.notes FROM PROGRAM 'true'"
            })
    void nothing_can_be_written_even_by_a_superuser(String sql) throws SQLException {
        try (var connection = sessions(TestServer.request("sessions")).open();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void the_proof_tells_what_the_server_says() throws SQLException {
        try (var connection = sessions(TestServer.request("sessions")).open()) {
            var proofs = ReadOnlyProof.of(connection);

            assertThat(proofs).allMatch(Proof::held);
            assertThat(proofs)
                    .extracting(Proof::result)
                    .contains(
                            "transaction_read_only = on",
                            "default_transaction_read_only = on",
                            "role postgres, a superuser",
                            "the role could write to 1 of 1 tables, this session cannot");
        }
    }

    @Test
    void a_role_that_only_reads_is_told_apart() throws SQLException {
        try (var connection = sessions(as("reader", "sesame")).open()) {
            assertThat(ReadOnlyProof.of(connection))
                    .extracting(Proof::result)
                    .contains("role reader, no superuser", "the role has no right to write to any of 1 tables");
        }
    }

    @Test
    void hidden_rows_are_a_proof_that_failed() throws SQLException {
        TestServer.run("sessions", "ALTER TABLE notes ENABLE ROW LEVEL SECURITY");
        try (var connection = sessions(as("reader", "sesame")).open()) {
            assertThat(ReadOnlyProof.of(connection))
                    .filteredOn(proof -> !proof.held())
                    .extracting(Proof::result)
                    .containsExactly("row-level security may hide rows of 1 tables from this role");
        } finally {
            TestServer.run("sessions", "ALTER TABLE notes DISABLE ROW LEVEL SECURITY");
        }
    }

    @Test
    void a_password_is_asked_for_only_when_it_is_wanted() throws SQLException {
        var request = new OpenRequest(TestServer.request("sessions").location(), Map.of(), () -> {
            throw new AssertionError("asked although the server trusts this role");
        });
        sessions(request).open().close();
    }

    @Test
    void a_wrong_password_is_said_without_repeating_it() {
        var refusal = refusal(as("reader", "open-barley"));

        assertThat(refusal.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(refusal.sentence()).contains("reader", "wrong user name or password").doesNotContain("barley");
        assertThat(String.valueOf(refusal.getCause())).doesNotContain("barley");
    }

    @Test
    void a_missing_password_is_said_with_the_way_to_give_it() {
        var refusal = refusal(OpenRequest.of(as("reader", "").location()));

        assertThat(refusal.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(refusal.sentence()).contains("--password-env");
    }

    @Test
    void an_unknown_role_is_an_authentication_matter() {
        assertThat(refusal(as("nobody", "x")).kind()).isEqualTo(Kind.AUTHENTICATION);
    }

    @Test
    void a_missing_database_is_not_found() {
        assertThat(refusal(TestServer.request("atlantis")).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var refusal = refusal(at("postgresql://127.0.0.1:" + port + "/db"));

        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.sentence()).contains("127.0.0.1:" + port);
    }

    @Test
    void an_unknown_host_is_unreachable() {
        assertThat(refusal(at("postgresql://no-such-host.invalid/db")).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void a_server_that_stays_silent_is_a_timeout() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refusal = refusal(at("postgresql://127.0.0.1:" + silent.getLocalPort() + "/db?connectTimeout=1"));

            assertThat(refusal.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_role_with_few_connections_reads_everything(int connections) throws SQLException {
        String role = "frugal" + connections;
        var everything = TestServer.realStore("message-db");
        TestServer.run(
                "message-db",
                "CREATE ROLE " + role + " LOGIN PASSWORD 'sesame' CONNECTION LIMIT " + connections,
                "GRANT USAGE ON SCHEMA message_store TO " + role,
                "GRANT SELECT ON ALL TABLES IN SCHEMA message_store TO " + role);
        var frugal = new OpenRequest(
                new Location(TestServer.server().url("message-db") + "?user=" + role),
                Map.of(),
                () -> Optional.of("sesame".toCharArray()));
        var request = ReadRequest.store(ReadRequest.Detail.FULL).withPageSize(40);

        try (var source = new PostgresConnector().open(frugal);
                var whole = new PostgresConnector().open(everything)) {
            assertThat(ReadOut.of(source, request).events())
                    .isNotEmpty()
                    .isEqualTo(ReadOut.of(whole, request).events());
        }
    }

    private static Sessions sessions(OpenRequest request) {
        var url = PostgresUrl.parse(request.location().text());
        return new Sessions(Server.of(url, request), url, request);
    }

    private static ConnectorException refusal(OpenRequest request) {
        return catchThrowableOfType(
                ConnectorException.class, () -> sessions(request).open().close());
    }

    private static OpenRequest at(String address) {
        return OpenRequest.of(new Location(address));
    }

    private static OpenRequest as(String user, String password) {
        return new OpenRequest(
                new Location(TestServer.server().url("sessions") + "?user=" + user),
                Map.of(),
                () -> Optional.of(password.toCharArray()));
    }
}
