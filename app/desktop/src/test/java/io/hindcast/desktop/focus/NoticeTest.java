package io.hindcast.desktop.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.mark.MarkFailure.What;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.engine.state.Fields;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeTest {
    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static String said(Throwable failure) {
        return Notice.of(failure).sentence();
    }

    @Test
    void what_is_wrong_with_a_journal_is_said_in_the_language_of_the_person() throws IOException {
        Path file = Files.writeString(folder.resolve("no folder"), "");
        var journal = new Journals(file, InstantSource.system(), "ada").of(new Location("shop.db"));
        Throwable unwritable = catchThrowable(() -> journal.append("mark", Fields.EMPTY));

        assertThat(said(unwritable)).isEqualTo(unwritable.getMessage()).contains("cannot be written");
        Locale.setDefault(Locale.GERMAN);
        assertThat(said(unwritable)).isEqualTo("In das Journal %s kann nicht geschrieben werden.", journal.file());
    }

    @Test
    void why_a_store_is_refused_is_said_in_the_language_of_the_person() {
        var locked = new ConnectorException(Kind.LOCKED, "shop.db is in use by another program; close it there, or open a copy.");

        assertThat(said(locked)).isEqualTo(locked.sentence());
        Locale.setDefault(Locale.GERMAN);
        assertThat(said(locked)).isEqualTo("shop.db wird von einem anderen Programm benutzt; schließen Sie es dort, oder öffnen Sie eine Kopie.");
        assertThat(Notice.of(locked).kind()).contains(Kind.LOCKED);
    }

    @Test
    void what_cannot_be_done_with_a_mark_is_said_in_the_language_of_the_person() {
        List<What> all = List.of(
                new What.Unknown("M7"),
                new What.Removed("M7"),
                new What.NotRemoved("M7"),
                new What.OfOtherKind("M7", MarkKind.NOTE),
                new What.NotReadBack("M7"),
                new What.TickWithoutWords(),
                new What.UnknownTick("M7"),
                new What.GivenInOtherForm(),
                new What.GivenUnreadable());
        assertThat(all).hasSize(What.class.getPermittedSubclasses().length);
        Locale.setDefault(Locale.GERMAN);

        for (What what : all) {
            var failure = new MarkFailure(what);
            assertThat(said(failure)).doesNotContain("mark", "The").matches(it -> it.contains("M7") == String.valueOf(failure.getMessage()).contains("M7"));
        }
    }

    @Test
    void the_log_of_a_mistake_says_where_it_happened_and_not_what_it_was_about() {
        var logged = new ArrayList<String>();
        Logger logger = Logger.getLogger("io.hindcast.desktop");
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                var text = new StringWriter();
                entry.getThrown().printStackTrace(new PrintWriter(text));
                logged.add(entry.getMessage() + text);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(listening);
        try {
            String shown = said(new NumberFormatException("for input SECRET-17"));

            assertThat(shown).startsWith("NumberFormatException · HC-");
            assertThat(logged).singleElement().satisfies(it -> assertThat(it).contains("NumberFormatException", "NoticeTest").doesNotContain("SECRET"));
        } finally {
            logger.removeHandler(listening);
        }
    }
}
