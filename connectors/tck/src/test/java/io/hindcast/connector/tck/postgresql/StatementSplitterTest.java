package io.hindcast.connector.tck.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
    @Test
    void statements_end_at_their_semicolons() {
        assertThat(split("SELECT 1; SELECT 2;", "SELECT", "3;"))
                .containsExactly("SELECT 1", " SELECT 2", "\nSELECT\n3");
    }

    @Test
    void a_semicolon_inside_quotes_ends_nothing() {
        assertThat(split("SELECT ';', 'it''s;', \"a;\"\"b\";")).containsExactly("SELECT ';', 'it''s;', \"a;\"\"b\"");
        assertThat(split("SELECT E'\\';', date'2024-01-02;';")).containsExactly("SELECT E'\\';', date'2024-01-02;'");
        assertThat(split("SELECT 'two", "; lines';")).containsExactly("SELECT 'two\n; lines'");
    }

    @Test
    void a_dollar_quoted_body_is_one_piece() {
        assertThat(split("CREATE FUNCTION f() AS $body$", "BEGIN; $$ ; $$", "END; $body$;", "SELECT $1;"))
                .containsExactly("CREATE FUNCTION f() AS $body$\nBEGIN; $$ ; $$\nEND; $body$", "\nSELECT $1");
    }

    @Test
    void a_standard_function_body_is_one_piece() {
        assertThat(split("CREATE FUNCTION f() BEGIN ATOMIC", "SELECT CASE WHEN true THEN 1 END;", "END;"))
                .containsExactly("CREATE FUNCTION f() BEGIN ATOMIC\nSELECT CASE WHEN true THEN 1 END;\nEND");
    }

    @Test
    void comments_are_no_statements() {
        assertThat(split("-- nothing; here", "/* nor /* here; */ */ SELECT 1; -- end;"))
                .containsExactly("\n/* nor /* here; */ */ SELECT 1");
    }

    private static List<String> split(String... lines) {
        var splitter = new StatementSplitter();
        var all = new ArrayList<String>();
        for (String line : lines) {
            all.addAll(splitter.add(line));
        }
        assertThat(splitter.isBetweenStatements()).isTrue();
        return all;
    }
}
