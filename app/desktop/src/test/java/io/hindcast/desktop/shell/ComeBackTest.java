package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.link.LookLink;
import io.hindcast.engine.link.Panel;
import io.hindcast.engine.link.Side;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.state.FieldPath;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComeBackTest {
    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static Kept leave() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1200, 800)) {
            shown.does(() -> {
                shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(40));
                shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich"));
                shown.focus.fieldProperty().set(Optional.of(FieldPath.parse("/owner/name")));
                shown.focus.filterProperty().set("secret of somebody");
            });
            shown.does(() -> {
                shown.window.workbench().show(Panel.CLOCKS);
                shown.window.workbench().show(Side.COMPARE);
                shown.window.workbench().timeline().model().zoomIn();
                shown.window.workbench().dividers().place(List.of(0.25, 0.6, 0.3, 0.4));
            });
            return on(() -> shown.window.kept().orElseThrow());
        }
    }

    private static String link(Kept kept) {
        return LookLink.of(kept.look()).orElseThrow();
    }

    @Test
    void the_window_comes_back_as_it_was_left() throws Exception {
        Kept kept = leave();
        assertThat(link(kept))
                .contains("/stream/account-CH93-0001?at=v41&zone=Europe/Zurich&panel=clocks&side=compare&axis=time&stretch=20")
                .doesNotContain("owner")
                .doesNotContain("secret");

        try (Shown shown = Shown.empty(Theme.LIGHT, 1200, 800)) {
            shown.does(() -> shown.window.showAsLeft(_ -> Optional.of(kept)));
            shown.open("sample:ledger");

            Kept again = on(() -> shown.window.kept().orElseThrow());
            assertThat(link(again)).isEqualTo(link(kept));
            for (int i = 0; i < 4; i++) {
                assertThat(again.dividers().get(i)).isCloseTo(kept.dividers().get(i), org.assertj.core.data.Offset.offset(0.01));
            }
            assertThat(shown.focus.look().index()).isEqualTo(40);
        }
    }

    @Test
    void a_link_counts_more_than_how_the_window_was_left() throws Exception {
        Kept kept = leave();
        try (Shown shown = Shown.empty(Theme.LIGHT, 1200, 800)) {
            shown.does(() -> shown.window.showAsLeft(_ -> Optional.of(kept)));

            shown.does(() -> shown.window.follow("hindcast://store/sample:ledger/stream/account-CH93-0001?at=v7"));

            assertThat(shown.focus.look().index()).isEqualTo(6);
        }
    }

    @Test
    void a_stream_that_is_gone_is_told_and_the_window_shows_another() throws Exception {
        Kept kept = leave();
        StoreLook look = switch (LookLink.read(link(kept).replace("account-CH93-0001", "account-gone"))) {
            case LookLink.Reading.Read(StoreLook read) -> read;
            case LookLink.Reading.Misread(var mistake) -> throw new AssertionError(mistake.sentence());
        };
        try (Shown shown = Shown.empty(Theme.LIGHT, 1200, 800)) {
            shown.does(() -> shown.window.showAsLeft(_ -> Optional.of(new Kept(look, List.of()))));

            shown.open("sample:ledger");

            assertThat(on(() -> shown.focus.noticeProperty().get().map(Notice::sentence).orElse("")))
                    .isEqualTo("There is no stream account-gone in this store.");
            assertThat(shown.focus.look().size()).isPositive();
        }
    }

    @Test
    void nothing_is_kept_where_nothing_is_looked_at() throws Exception {
        try (Shown shown = Shown.empty(Theme.LIGHT, 1200, 800)) {
            assertThat(on(() -> shown.window.kept())).isEmpty();
        }
    }
}
