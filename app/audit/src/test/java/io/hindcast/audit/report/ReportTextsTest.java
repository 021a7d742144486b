package io.hindcast.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Cover.Language;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ReportTextsTest {
    private final ReportTexts english = new ReportTexts(Language.EN, ZoneOffset.UTC);
    private final ReportTexts german = new ReportTexts(Language.DE, ZoneId.of("Europe/Zurich"));

    @Test
    void every_text_is_there_in_both_languages() {
        var root = ResourceBundle.getBundle("io.hindcast.audit.report.Report", Locale.ROOT);
        var de = ResourceBundle.getBundle("io.hindcast.audit.report.Report", Locale.GERMAN);

        assertThat(root.keySet()).allSatisfy(key -> assertThat(de.containsKey(key)).isTrue());
        assertThat(root.keySet())
                .allSatisfy(key -> assertThat(placeholders(de.getString(key)))
                        .as(key)
                        .isEqualTo(placeholders(root.getString(key))));
    }

    private static List<String> placeholders(String text) {
        return List.of("{0}", "{1}", "{2}", "{3}").stream().filter(text::contains).toList();
    }

    @Test
    void thousands_are_grouped_by_the_language_and_no_digit_is_lost() {
        assertThat(english.grouped(Num.parse("-1234567.00"))).isEqualTo("-1,234,567.00");
        assertThat(german.grouped(Num.parse("1234567.05"))).isEqualTo("1.234.567,05");
        assertThat(english.grouped(Num.parse("123"))).isEqualTo("123");
        assertThat(english.grouped(Num.parse("0.1234567890123456789"))).isEqualTo("0.1234567890123456789");
        assertThat(english.grouped(Num.parse("3544790567247868102"))).isEqualTo("3,544,790,567,247,868,102");
        assertThat(english.grouped(Num.parse("1E300"))).isEqualTo("1E300");
    }

    @Test
    void text_that_looks_like_a_number_keeps_the_signs_of_the_store_and_says_so() {
        assertThat(german.cell(Kind.AMOUNT, new Text("2852.87"))).isEqualTo("\u201e2852.87\u201c");
        assertThat(english.cell(Kind.AMOUNT, new Text("-1,5"))).isEqualTo("\u201c-1,5\u201d");
        assertThat(german.cell(Kind.AMOUNT, new Text("OPEN"))).isEqualTo("OPEN");
        assertThat(german.cell(Kind.TEXT, new Text("2852.87"))).isEqualTo("2852.87");
    }

    @Test
    void versions_are_names_and_never_grouped() {
        assertThat(english.cell(Kind.ORDINAL, Num.of(12345))).isEqualTo("12345");
    }

    @Test
    void times_stand_in_the_zone_of_the_report() {
        assertThat(german.cell(Kind.TIME, new Text("2026-03-31T22:30:00.5Z"))).isEqualTo("2026-04-01 00:30:00.500");
        assertThat(english.cell(Kind.TIME, new Text("2026-03-31T22:30:00.000000001Z")))
                .isEqualTo("2026-03-31 22:30:00.000000001");
    }

    @Test
    void an_hour_that_comes_twice_has_its_distance_to_utc() {
        assertThat(german.cell(Kind.TIME, new Text("2025-10-26T00:30:00Z"))).isEqualTo("2025-10-26 02:30:00 +02:00");
        assertThat(german.cell(Kind.TIME, new Text("2025-10-26T01:30:00Z"))).isEqualTo("2025-10-26 02:30:00 +01:00");
        assertThat(german.cell(Kind.TIME, new Text("2025-10-26T02:30:00Z"))).isEqualTo("2025-10-26 03:30:00");
    }

    @Test
    void times_among_facts_and_in_titles_say_their_zone() {
        var utc = new ReportTexts(Language.EN, ZoneOffset.UTC);
        var fact = new Fact("atInstant", Kind.TIME, new Text("2026-03-31T22:30:00Z"));

        assertThat(german.value(fact)).isEqualTo("2026-04-01 00:30:00 +02:00");
        assertThat(utc.value(fact)).isEqualTo("2026-03-31 22:30:00 UTC");
        assertThat(german.pageHeading(Column.of("recordedAt", Kind.TIME))).endsWith("(" + german.zone().getId() + ")");
    }

    @Test
    void head_is_explained_where_it_is_a_moment() {
        assertThat(english.value(Fact.name("at", "head"))).isEqualTo("head (the end of the history, up to the horizon)");
        assertThat(english.value(Fact.name("stream", "head"))).isEqualTo("head");
        assertThat(english.asOf(Fact.name("at", "head"))).isEqualTo("as of head");
    }

    @Test
    void words_of_things_that_are_not_as_they_should_be_stand_out() {
        assertThat(Kind.WORD.isBad(new Text("drifts"))).isTrue();
        assertThat(Kind.WORD.isBad(new Text("matches"))).isFalse();
        assertThat(Kind.TEXT.isBad(new Text("drifts"))).isFalse();
    }

    @Test
    void what_pages_leave_out_of_a_table_is_named() {
        var columns = List.of(Column.of("stream", Kind.NAME), Column.kept("/owner", Kind.TEXT), Column.kept("eventId", Kind.NAME));

        assertThat(english.onlyInFiles(Table.of("states", columns, List.of())))
                .hasValue("Only in the evidence files: /owner, Event id.");
        assertThat(english.onlyInFiles(Table.of("states", columns.subList(0, 1), List.of()))).isEmpty();
        assertThat(english.onlyInFiles(Table.of("drifts", List.of(Column.kept("number", Kind.ORDINAL)), List.of())))
                .as("numbers of a timeline that has none")
                .isEmpty();
    }

    @Test
    void characters_that_turn_the_line_are_spelt_out() {
        assertThat(english.cell(Kind.TEXT, new Text("a\u202Eb\u0007\nc"))).isEqualTo("a\\u202Eb\\u0007\\u000Ac");
    }

    @Test
    void a_length_of_time_is_read_in_units() {
        var texts = new ReportTexts(Language.EN, ZoneOffset.UTC);

        assertThat(texts.cell(Kind.SPAN, new Text("PT10S"))).isEqualTo("10 s");
        assertThat(texts.cell(Kind.SPAN, new Text("PT26H0.5S"))).isEqualTo("1 d 2 h 500 ms");
        assertThat(texts.cell(Kind.SPAN, new Text("PT0S"))).isEqualTo("0 s");
        assertThat(texts.cell(Kind.SPAN, new Text("soon"))).isEqualTo("soon");
    }
}
