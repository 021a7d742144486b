package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbUrlTest {
    @Test
    void every_usual_spelling_is_understood() {
        assertThat(server("jdbc:mariadb://db.example:3307/ledger?user=ann"))
                .isEqualTo(server("jdbc:mysql://ann@db.example:3307/ledger"))
                .isEqualTo(server("mariadb://db.example:3307/ledger?user=ann"))
                .isEqualTo(server("mysql://ann@db.example/ledger?port=3307"))
                .satisfies(server -> assertThat(server.shown()).isEqualTo("db.example:3307"));
    }

    @Test
    void what_is_left_out_has_the_usual_value() {
        assertThat(server("jdbc:mariadb:///ledger").shown()).isEqualTo("localhost:3306");
        assertThat(server("mariadb://db.example").database()).isEmpty();
        assertThat(server("mariadb://[::1]:3307/x").host()).isEqualTo("::1");
        assertThat(server("mariadb://[::1]:3307/x").shown()).isEqualTo("[::1]:3307");
    }

    @Test
    void names_are_decoded() {
        assertThat(server("mysql://o%27brien@h/gr%C3%B6%C3%9Fe%20+1").user()).isEqualTo("o'brien");
        assertThat(server("mysql://o%27brien@h/gr%C3%B6%C3%9Fe%20+1").database()).isEqualTo("größe +1");
    }

    @Test
    void a_setting_wins_over_the_address() {
        var settings = Map.of("host", "other", "port", "6000", "database", "books", "user", "bea");
        var request = new OpenRequest(new Location("mariadb://ann@h/ledger"), settings, Optional::empty);

        assertThat(Server.of(MariaDbUrl.parse(request.location().text()), request))
                .isEqualTo(server("mariadb://bea@other:6000/books"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowLocalInfile", "ALLOWMULTIQUERIES", "sessionVariables", "initSql", "socketFactory",
                "credentialType", "createDatabaseIfNotExist", "allowPublicKeyRetrieval", "autoDeserialize",
                "readOnly", "permitRedirect", "queryInterceptors", "nobody-knows-this", "%73ocketFactory"
            })
    void a_parameter_that_is_not_allowed_is_refused_by_name_and_with_the_reason(String name) {
        var refusal = refusal("jdbc:mysql://h/db?user=ann&" + name + "=org.example.Evil");

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence())
                .contains('"' + name.replace("%73", "s") + '"')
                .contains("refused")
                .doesNotContain("Evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:barley@h/db", "mysql://h/db?password=barley", "mariadb://h:99999/barley",
                "mariadb://h:x/barley", "mariadb://one,two/barley", "mariadb://h o/barley", "mariadb://h/%zz",
                "mariadb://h/a?user=a&user=barley", "mariadb://h/db#barley", "mariadb://h/a?sslMode=barley",
                "mariadb://h/a?connectTimeout=barley"
            })
    void what_is_wrong_is_said_without_repeating_the_address(String address) {
        var refusal = refusal(address);

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).doesNotContain("barley").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED,TRUST", "trust,TRUST", "VERIFY_IDENTITY,VERIFY_FULL", "disable,DISABLE", "PREFERRED,PREFER"})
    void both_families_of_names_for_encryption_are_understood(String name, Encryption.Mode mode) {
        var url = MariaDbUrl.parse("mysql://h/db?ssl-mode=" + name);

        assertThat(Encryption.of(url, OpenRequest.of(new Location("mysql://h/db"))).mode()).isEqualTo(mode);
    }

    @Test
    void a_zone_that_is_none_is_refused() {
        var request = new OpenRequest(new Location("mysql://h/db"), Map.of("zone", "Atlantis"), Optional::empty);

        assertThat(catchThrowableOfType(ConnectorException.class, () -> new MariaDbConnector().open(request).close())
                        .kind())
                .isEqualTo(Kind.SETTINGS);
    }

    @Test
    void addresses_of_these_databases_are_recognised_and_no_others() {
        assertThat(recognised("jdbc:mysql://h/db")).isEqualTo(Recognition.CERTAIN);
        assertThat(recognised("MARIADB://h")).isEqualTo(Recognition.CERTAIN);
        assertThat(recognised("jdbc:postgresql://h/mysql")).isEqualTo(Recognition.NO);
        assertThat(recognised("mysql.csv")).isEqualTo(Recognition.NO);
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var refusal = refusal("mariadb://ann@127.0.0.1:" + port + "/db");

        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.sentence()).contains("127.0.0.1:" + port);
    }

    @Test
    void an_unknown_host_is_unreachable() {
        assertThat(refusal("mysql://ann@no-such-host.invalid/db").kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void a_server_that_stays_silent_is_a_timeout() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refusal = refusal("mysql://ann@127.0.0.1:" + silent.getLocalPort()
                    + "/db?connectTimeout=200&socketTimeout=200");

            assertThat(refusal.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    private static Recognition recognised(String text) {
        return new MariaDbConnector().recognises(new Location(text));
    }

    private static Server server(String address) {
        return Server.of(MariaDbUrl.parse(address), OpenRequest.of(new Location(address)));
    }

    private static ConnectorException refusal(String address) {
        return catchThrowableOfType(
                ConnectorException.class,
                () -> new MariaDbConnector().open(OpenRequest.of(new Location(address))).close());
    }
}
