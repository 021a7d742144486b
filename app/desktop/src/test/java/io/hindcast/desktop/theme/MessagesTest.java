package io.hindcast.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"blame", "clocks", "compare", "value", "detail", "events", "export", "find", "focus", "fold", "integrity", "mapping", "marks", "mask", "open", "question", "report", "rollforward", "shell", "sign", "state", "states", "status", "streams", "timeline", "transport", "verify", "whatif", "workspace"
            })
    void every_text_is_there_in_english_and_in_german(String panel) throws IOException {
        Properties english = texts(panel, "Messages.properties");
        Properties german = texts(panel, "Messages_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).isNotEmpty();
        for (String key : english.stringPropertyNames()) {
            int english1 = new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length;
            int german1 = new MessageFormat(german.getProperty(key)).getFormatsByArgumentIndex().length;
            assertThat(german1).as(key).isEqualTo(english1);
        }
    }

    private static Properties texts(String panel, String file) throws IOException {
        String path = "/io/hindcast/desktop/" + panel + "/" + file;
        var texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(path)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
