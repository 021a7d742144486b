package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.report.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why a store, a file of rules or a report is refused, the window says in the language of the person.
class GermanRefusalsTest {
    private static final Path ROOT = Path.of(System.getProperty("hindcast.root"));
    private static final Phrases GERMAN = Phrases.in(Locale.GERMAN);

    /// Whoever has one of these words has sentences for a person.
    private static final Pattern SPEAKS = Pattern.compile("ConnectorException|PublishFailure|Unusable|\\bDiagnostics\\b");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern JOINED = Pattern.compile(
            TEXT.pattern() + "(?:\\s*\\.formatted\\([^;\"]*?\\))?(?:\\s*\\+\\s*(?:[\\w.]+(?:\\([^\"+]*\\))?\\s*\\+\\s*)?" + TEXT.pattern()
                    + ")*(?:\\s*\\+\\s*[\\w.]+(?:\\([^\"+;]*\\))?)?");

    /// A report is repeated on the command line alone, which speaks English.
    private static final List<String> NOT_IN_THE_WINDOW = List.of("Reperformance.java");

    /// Parts of sentences, which are translated as wholes.
    private static final List<String> PARTS = List.of("The URL names value.", "value and others.", "value password has expired.");

    private static List<Path> sources() throws IOException {
        var all = new ArrayList<Path>();
        for (String room : List.of("connectors", "app/engine", "app/audit", "sample-data")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
                files.filter(file -> file.toString().contains("/src/main/java/")
                                && file.toString().endsWith(".java")
                                && !file.toString().contains("/tck/")
                                && NOT_IN_THE_WINDOW.stream().noneMatch(file::endsWith))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /// Whole sentences that stand in a source, with a word in place of each value.
    private static List<String> sentences(String source) {
        var said = new ArrayList<String>();
        Matcher joined = JOINED.matcher(source.replaceAll("(?m)^\\s*//.*$", ""));
        while (joined.find()) {
            var whole = new StringBuilder();
            int from = 0;
            Matcher text = TEXT.matcher(joined.group());
            while (text.find()) {
                if (joined.group().substring(from, text.start()).matches("(?s)\\s*(?:\\.formatted\\(.*\\))?\\s*\\+\\s*\\w.*")) {
                    whole.append("value");
                }
                whole.append(text.group(1));
                from = text.end();
            }
            String sentence = whole.toString().replace("\\\"", "\"").replaceAll("([a-z])%s\\.", "$1: value.").replaceAll("%,?[sd]", "value");
            boolean isWhole = sentence.matches("(?s)[A-Z].* .*[a-z)]\\.") || sentence.matches("(?s)value .*[a-z)]\\.");
            boolean isFollowed = sentence.matches("(?s) [a-z].* .*[a-z)]\\.");
            if (isWhole || isFollowed) {
                said.add(isFollowed ? "value" + sentence : sentence);
            }
        }
        return said;
    }

    @Test
    void every_sentence_of_a_refusal_has_a_translation() throws IOException {
        var said = new ArrayList<String>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            if (SPEAKS.matcher(source).find()) {
                said.addAll(sentences(source));
            }
        }
        said.removeAll(PARTS);
        assertThat(said).hasSizeGreaterThan(150);
        assertThat(said.stream().distinct().filter(sentence -> GERMAN.said(sentence).equals(sentence))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            masks.yaml, line 3, column 5: there is no `feild` here (did you mean `field`?) | masks.yaml, Zeile 3, Spalte 5: `feild` gibt es hier nicht (meinten Sie `field`?)
            masks.yaml, line 1, column 1: more than 1,000 masks | masks.yaml, Zeile 1, Spalte 1: mehr als 1.000 Masken
            PostgreSQL at db:5432 refused user "ada": wrong user name or password. | PostgreSQL auf db:5432 hat den Benutzer „ada“ abgewiesen: Benutzername oder Passwort sind falsch.
            cards: There is no file or folder cards.db. | cards: Eine Datei oder einen Ordner cards.db gibt es nicht.
            Line 2 of the workspace file names "bank" a second time. | Zeile 2 der Arbeitsbereichsdatei nennt „bank“ ein zweites Mal.
            No event table of a known system was found. Tables seen: a, b. If one of them holds events, a mapping says how to read it: hindcast mapping STORE guesses one. | Es wurde keine Ereignistabelle eines bekannten Systems gefunden. Gesehene Tabellen: a, b. Enthält eine davon Ereignisse, so sagt eine Zuordnung, wie sie zu lesen ist: hindcast mapping STORE schlägt eine vor.
            No store of this workspace could be opened. one: There is no file one.db. two: There is no file two.db. | Kein Speicher dieses Arbeitsbereichs ließ sich öffnen. one: Eine Datei one.db gibt es nicht. two: Eine Datei two.db gibt es nicht.
            The report could not be written to /tmp/x (NoSuchFile). Nothing was left under a final name. | Der Bericht konnte nicht nach /tmp/x geschrieben werden (NoSuchFile). Unter einem endgültigen Namen blieb nichts zurück.
            """)
    void a_refusal_is_said_in_german_with_all_its_parts(String english, String german) {
        assertThat(GERMAN.said(english)).isEqualTo(german);
    }

    @Test
    void each_line_about_a_file_of_rules_is_translated() {
        assertThat(GERMAN.said("a.yaml, line 1, column 2: a rule was expected (- name: owner)\na.yaml, line 2, column 2: this cannot stand here"))
                .isEqualTo("a.yaml, Zeile 1, Spalte 2: erwartet wurde eine Regel (- name: owner)\na.yaml, Zeile 2, Spalte 2: das kann hier nicht stehen");
    }
}
