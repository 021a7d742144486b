package io.hindcast.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    private final Phrases german = Phrases.in(Locale.GERMAN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            session is read-only | Sitzung kann nur lesen
            role auditor, no superuser | Rolle auditor, ohne Verwalterrechte
            the role could write to 3 of 12 tables, this session cannot | die Rolle dürfte in 3 von 12 Tabellen schreiben, diese Sitzung kann es nicht
            bank.ndjson holds one JSON object a line | bank.ndjson enthält ein JSON-Objekt je Zeile
            table EVENTS; columns id, type | Tabelle EVENTS; Spalten id, type
            north: session is read-only | north: Sitzung kann nur lesen
            """)
    void what_is_said_of_a_store_is_said_in_german(String english, String expected) {
        assertThat(german.said(english)).isEqualTo(expected);
    }

    @Test
    void a_reason_inside_of_a_reason_is_translated_as_well() {
        assertThat(german.said("event v7 before it could not be folded: the body is unreadable: not JSON: unexpected end at byte 45"))
                .isEqualTo("Ereignis v7 davor konnte nicht gefaltet werden: der Inhalt ist unlesbar: "
                        + "kein JSON: unerwartetes Ende bei Byte 45");
        assertThat(german.said("/amount is text, a number was expected"))
                .isEqualTo("/amount ist Text, erwartet war eine Zahl");
    }

    @Test
    void what_nobody_translated_stays_as_it_is() {
        assertThat(german.said("the plug-in says so")).isEqualTo("the plug-in says so");
        assertThat(german.said("$1 {0} \\Q")).isEqualTo("$1 {0} \\Q");
        assertThat(german.said("role $1\\, no superuser")).isEqualTo("Rolle $1\\, ohne Verwalterrechte");
    }

    @Test
    void english_reports_say_what_was_said() {
        Phrases english = Phrases.in(Locale.ENGLISH);

        assertThat(Phrases.english().values()).allSatisfy(said -> assertThat(english.said(said)).isEqualTo(said));
    }

    @Test
    void every_phrase_is_known_again_and_loses_none_of_its_values() {
        var odd = new ArrayList<String>();
        for (Map.Entry<String, String> phrase : Phrases.english().entrySet()) {
            var gaps = new TreeSet<String>();
            GAP.matcher(phrase.getValue()).results().forEach(gap -> gaps.add(gap.group()));
            String english = phrase.getValue();
            for (String gap : gaps) {
                english = english.replace(gap, "value" + gap.charAt(1));
            }
            String said = german.said(english);
            for (String gap : gaps) {
                if (!said.contains("value" + gap.charAt(1))) {
                    odd.add(phrase.getKey());
                }
            }
        }
        assertThat(odd).isEmpty();
    }
}
