package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantsTest {
    @Test
    void rights_to_read_and_to_write_are_told_apart() {
        var grants = new Grants();
        grants.add("GRANT USAGE ON *.* TO `ann`@`%` IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'");
        grants.add("GRANT SELECT, INSERT (a, b), UPDATE, SHOW VIEW ON `books`.* TO `ann`@`%`");

        assertThat(grants.reading()).containsExactly("SELECT", "SHOW VIEW", "USAGE");
        assertThat(grants.writing()).containsExactly("INSERT", "UPDATE");
    }

    @Test
    void a_right_that_nobody_here_knows_counts_as_one_to_write() {
        var grants = new Grants();
        grants.add("GRANT BACKUP_ADMIN ON *.* TO `ann`@`%`");

        assertThat(grants.writing()).containsExactly("BACKUP_ADMIN");
    }

    @Test
    void what_is_no_list_of_rights_is_passed_over() {
        var grants = new Grants();
        grants.add("GRANT `auditors` TO `ann`@`%`");
        grants.add("SET DEFAULT ROLE `auditors` FOR `ann`@`%`");

        assertThat(grants.reading()).isEmpty();
        assertThat(grants.writing()).isEmpty();
    }
}
