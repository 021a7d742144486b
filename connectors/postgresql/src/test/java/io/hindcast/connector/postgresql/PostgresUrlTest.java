package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {
    @Test
    void every_usual_spelling_is_understood() {
        assertThat(server("jdbc:postgresql://db.example:5433/ledger?user=ann"))
                .isEqualTo(server("postgresql://ann@db.example:5433/ledger"))
                .isEqualTo(server("postgres://db.example:5433/ledger?user=ann"))
                .isEqualTo(server("JDBC:PostgreSQL://db.example/ledger?user=ann&port=5433"))
                .satisfies(server -> assertThat(server.shown()).isEqualTo("db.example:5433"));
    }

    @Test
    void what_is_left_out_has_the_usual_value() {
        assertThat(server("jdbc:postgresql:ledger").shown()).isEqualTo("localhost:5432");
        assertThat(server("jdbc:postgresql:ledger").database()).isEqualTo("ledger");
        assertThat(server("postgresql://db.example").database()).isEmpty();
        assertThat(server("postgresql:///ledger").shown()).isEqualTo("localhost:5432");
    }

    @Test
    void several_hosts_and_addresses_of_version_6_are_understood() {
        assertThat(server("postgresql://one:5001,two,[::1]:5003/x").shown())
                .isEqualTo("one:5001, two:5432, [::1]:5003");
    }

    @Test
    void names_are_decoded() {
        assertThat(server("postgresql://o%27brien@h/gr%C3%B6%C3%9Fe%20+1").user()).isEqualTo("o'brien");
        assertThat(server("postgresql://o%27brien@h/gr%C3%B6%C3%9Fe%20+1").database()).isEqualTo("größe +1");
    }

    @Test
    void a_setting_wins_over_the_address() {
        var settings = Map.of("host", "other", "port", "6000", "database", "books", "user", "bea");
        var request = new OpenRequest(new Location("postgresql://ann@h/ledger"), settings, Optional::empty);

        assertThat(Server.of(PostgresUrl.parse(request.location().text()), request))
                .isEqualTo(server("postgresql://bea@other:6000/books"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory", "socketFactoryArg", "sslfactory", "sslFactoryArg", "loggerFile", "loggerLevel",
                "authenticationPluginClassName", "jaasApplicationName", "options", "OPTIONS", "readOnly", "service",
                "replication", "sslhostnameverifier", "sslpasswordcallback", "xmlFactoryFactory", "preferQueryMode",
                "connectExecutor", "nobody-knows-this", "%73ocketFactory"
            })
    void a_parameter_that_is_not_allowed_is_refused_by_name_and_with_the_reason(String name) {
        var refusal = refusal("jdbc:postgresql://h/db?user=ann&" + name + "=org.example.Evil");

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence())
                .contains('"' + name.replace("%73", "s") + '"')
                .contains("refused")
                .doesNotContain("org.example.Evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/db?user=ann&password=hunter2",
                "jdbc:postgresql://h/db?PASSWORD=hunter2",
                "jdbc:postgresql://h/db?sslpassword=hunter2",
                "postgresql://ann:hunter2@h/db"
            })
    void a_password_in_the_address_is_refused_without_repeating_it(String address) {
        var refusal = refusal(address);

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains("--password-env").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://h:99999/db", "postgresql://h:x/db", "postgresql://h:0/db", "postgresql://a b/db",
                "postgresql://h%zz/db", "postgresql://h/d%b", "postgresql://h/db?user=a&user=b",
                "postgresql://[::1/db", "postgresql://h/db#part", "postgresql://h/d%00b", "postgresql://h?a?b/db"
            })
    void a_malformed_address_is_refused_with_a_sentence(String address) {
        assertThat(refusal(address).kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal(address).sentence()).endsWith(".").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslmode=maybe", "connectTimeout=soon", "socketTimeout=0", "channelBinding=x"})
    void a_value_that_is_not_allowed_is_refused(String parameter) {
        var request = OpenRequest.of(new Location("postgresql://h/db?" + parameter));
        var url = PostgresUrl.parse(request.location().text());

        var refusal = catchThrowableOfType(
                ConnectorException.class, () -> new Sessions(Server.of(url, request), url, request));
        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void the_scheme_makes_it_ours() {
        var connector = new PostgresConnector();

        assertThat(connector.recognises(new Location("postgres://h/db"))).isEqualTo(Recognition.CERTAIN);
        assertThat(connector.recognises(new Location("jdbc:postgresql:db"))).isEqualTo(Recognition.CERTAIN);
        assertThat(connector.recognises(new Location("jdbc:h2:./db"))).isEqualTo(Recognition.NO);
        assertThat(connector.recognises(new Location("postgresql.csv"))).isEqualTo(Recognition.NO);
    }

    private static Server server(String address) {
        return Server.of(PostgresUrl.parse(address), OpenRequest.of(new Location(address)));
    }

    private static ConnectorException refusal(String address) {
        return catchThrowableOfType(ConnectorException.class, () -> server(address));
    }
}
