package io.hindcast.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class WrappingTest {
    private static List<String> lines(String text, float width) throws IOException {
        try (var document = new PDDocument()) {
            return new Wrapping(new Fonts(document), Style.MONO).lines(text, width);
        }
    }

    /// A letter of this style is 4.8 points wide.
    private static float letters(int count) {
        return count * 4.81f;
    }

    @Test
    void an_option_is_not_parted_from_its_hyphens() throws IOException {
        assertThat(lines("hindcast report --stream a", letters(18))).containsExactly("hindcast report", "--stream a");
    }

    @Test
    void a_short_word_is_not_parted_at_its_hyphen() throws IOException {
        assertThat(lines("has another SHA-256 now", letters(16))).containsExactly("has another", "SHA-256 now");
    }

    @Test
    void a_name_is_parted_between_its_words_only_where_nothing_else_helps() throws IOException {
        assertThat(lines("\"a\":1,\"correlation_id\":2", letters(20))).containsExactly("\"a\":1,", "\"correlation_id\":2");
        assertThat(lines("correlation_id", letters(12))).containsExactly("correlation_", "id");
    }

    @Test
    void ids_are_parted_behind_their_hyphens() throws IOException {
        assertThat(lines("80e36713-5bb6-41fd", letters(15))).containsExactly("80e36713-5bb6-", "41fd");
    }

    @Test
    void a_path_is_not_parted_behind_its_first_slash() throws IOException {
        assertThat(lines("also /owner/name", letters(7))).containsExactly("also", "/owner/", "name");
    }
}
