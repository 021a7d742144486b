package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.session.LiveState;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A store that is followed, in the whole window.
class LivePicturesTest {
    @AfterEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1400", "DARK,de,1400", "LIGHT,de,1000"})
    void the_pill_says_how_far_the_store_is_complete(Theme theme, String language, int width) throws Exception {
        Locale.setDefault(Locale.of(language));
        String name = "live-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + "-" + width;
        boolean english = language.equals("en");
        FakeStore store = Bank.open().alive();
        try (Shown shown = Shown.empty(theme, width, 900)) {
            on(() -> {
                shown.focus.show(store);
                return true;
            });
            shown.settle();
            Button pill = shown.find("#live-pill", Button.class);
            assertThat(on(pill::getText)).isEqualTo(english ? "Follow" : "Folgen");
            assertThat(on(() -> shown.find("#live-pause", Node.class).isVisible())).isFalse();
            int before = on(() -> shown.table("#events-table").getItems().size());

            fire(pill);
            store.write(Bank.ACCOUNT, 3);
            heard(shown, state -> state.taken() == 1);
            int position = store.index().size();
            String number = Integer.toString(position);
            assertThat(on(pill::getText))
                    .isEqualTo(
                            english
                                    ? "Live · up to #" + number + " · 3 above the horizon"
                                    : "Live · bis #" + number + " · 3 über dem Horizont");
            shown.settle().picture(name);
            TableView<?> events = on(() -> shown.table("#events-table"));
            assertThat(on(() -> events.getItems().size())).isEqualTo(before + 1);

            fire(shown.find("#live-pause", Button.class));
            store.write(Bank.ACCOUNT, 0);
            heard(shown, state -> state.waiting() == 1);
            assertThat(on(pill::getText)).isEqualTo(english ? "Paused · 1 event waits" : "Pause · 1 Ereignis wartet");
            shown.settle().picture(name + "-paused");

            store.tell(new LiveState(
                    1, Optional.empty(), Optional.empty(), 0, 0, true, Optional.of("The server does not answer.")));
            heard(shown, state -> state.trouble().isPresent());
            shown.settle().picture(name + "-trouble");
            assertThat(on(() -> shown.focus.noticeProperty().get()).orElseThrow().sentence())
                    .startsWith("The server does not answer.");
            store.tell(LiveState.BEGIN);
            heard(shown, state -> state.trouble().isEmpty());
            assertThat(on(() -> shown.focus.noticeProperty().get())).isEmpty();

            fire(pill);
            assertThat(on(pill::getText)).isEqualTo(english ? "Follow" : "Folgen");
        }
    }

    private static void fire(Button button) throws Exception {
        on(() -> {
            button.fire();
            return true;
        });
    }

    private static void heard(Shown shown, Predicate<LiveState> wanted) throws Exception {
        var heard = new CompletableFuture<Boolean>();
        on(() -> shown.focus.live().stateProperty().subscribe(state -> {
            if (wanted.test(state)) {
                heard.complete(true);
            }
        }));
        heard.get(60, TimeUnit.SECONDS);
    }
}
