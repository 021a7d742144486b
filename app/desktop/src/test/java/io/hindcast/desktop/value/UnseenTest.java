package io.hindcast.desktop.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnseenTest {
    @Test
    void what_turns_the_direction_of_writing_is_shown_by_its_number() {
        assertThat(Unseen.told("paid \u202E00.1")).isEqualTo("paid \\u202e00.1");
        assertThat(JsonText.quoted("a\u2066b\u2069", 100)).isEqualTo("\"a\\u2066b\\u2069\"");
    }

    @Test
    void words_of_other_scripts_are_left_alone() {
        String words = "חשבון حساب ｆ 👨‍👩‍👧";

        assertThat(Unseen.told(words)).isSameAs(words);
    }
}
