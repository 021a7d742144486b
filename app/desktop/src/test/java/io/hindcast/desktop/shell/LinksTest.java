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
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.Axis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinksTest {
    private Shown shown = unset();

    @SuppressWarnings("NullAway") // set before each test
    private static Shown unset() {
        return null;
    }

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        shown = Shown.onBank(Theme.LIGHT, 990, 720);
    }

    @AfterEach
    void close() throws Exception {
        shown.close();
    }

    private String copied() throws Exception {
        shown.does(() -> shown.window.copies().copyLink());
        return on(() -> Clipboard.getSystemClipboard().getString());
    }

    private void follow(String link) throws Exception {
        shown.does(() -> shown.window.follow(link));
    }

    private String notice() throws Exception {
        return on(() -> shown.focus.noticeProperty().get().map(Notice::sentence).orElse(""));
    }

    private void lookClosely() throws Exception {
        shown.does(() -> {
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(40));
            shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich"));
        });
        shown.does(() -> {
            shown.focus.compareFrom(OptionalInt.of(9));
            shown.focus.effectiveProperty().set(Optional.of(LocalDate.parse("2025-05-31")));
            shown.focus.fieldProperty().set(Optional.of(FieldPath.parse("/owner/name")));
            shown.focus.filterProperty().set("Money");
            shown.window.workbench().show(Side.COMPARE);
            shown.window.workbench().timeline().model().zoomIn();
            shown.window.workbench().timeline().model().zoomIn();
        });
    }

    @Test
    void a_copied_link_leads_back_to_the_same_look() throws Exception {
        lookClosely();
        String link = copied();
        assertThat(link).startsWith("hindcast://store/").contains("/stream/account-CH93-0001?at=v41&from=v10&effective=2025-05-31")
                .contains("field=/owner/name&zone=Europe/Zurich&panel=history&side=compare&filter=Money&axis=time&stretch=20");

        shown.open("sample:ledger");
        assertThat(copied()).isNotEqualTo(link);
        follow(link);

        assertThat(copied()).isEqualTo(link);
    }

    @Test
    void a_stretch_of_the_order_of_events_is_kept_too() throws Exception {
        shown.does(() -> shown.window.workbench().timeline().axis().choose(Axis.INDEX));
        shown.does(() -> shown.window.workbench().timeline().model().show(100, 400));
        String link = copied();
        assertThat(link).endsWith("&axis=index&stretch=100..400");

        shown.does(() -> shown.window.workbench().timeline().axis().choose(Axis.TIME));
        follow(link);

        assertThat(shown.window.workbench().timeline().model().axis()).isEqualTo(Axis.INDEX);
        assertThat(copied()).isEqualTo(link);
    }

    @Test
    void the_box_for_going_anywhere_takes_links() throws Exception {
        TextField box = shown.find("#header-goto", TextField.class);
        shown.does(() -> {
            box.requestFocus();
            box.setText("hindcast://store/sample:ledger/stream/account-CH93-0001?at=v7&side=field&panel=marks");
        });

        shown.type(KeyCode.ENTER);

        assertThat(shown.focus.look().index()).isEqualTo(6);
        assertThat(on(() -> shown.window.workbench().panel())).isEqualTo(Panel.MARKS);
        assertThat(on(() -> shown.window.workbench().view())).isEqualTo(Side.FIELD);
    }

    @Test
    void a_link_to_another_store_opens_it_first() throws Exception {
        follow("hindcast://store/empty.db");
        assertThat(on(() -> shown.focus.storeProperty().get().orElseThrow().location())).isEqualTo("empty.db");

        follow("hindcast://store/sample:ledger/stream/account-CH93-0001?at=v7");

        assertThat(shown.focus.look().subject().orElseThrow().stream()).isEqualTo(Bank.ACCOUNT);
        assertThat(shown.focus.look().index()).isEqualTo(6);
    }

    @Test
    void a_store_that_is_not_there_is_told_and_the_open_one_stays() throws Exception {
        follow("hindcast://store/missing.db/stream/x?at=v7");

        assertThat(notice()).contains("missing.db");
        assertThat(shown.focus.look().subject().orElseThrow().stream()).isNotEqualTo("x");
    }

    @Test
    void a_stream_that_is_gone_is_told_and_another_one_is_shown() throws Exception {
        shown.does(() -> shown.window.expect(new StoreLook(
                "sample:ledger", Optional.of("account-gone"), Optional.of(new Moment.AtVersion(3)), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));

        shown.open("sample:ledger");

        assertThat(notice()).isEqualTo("There is no stream account-gone in this store.");
        assertThat(shown.focus.look().size()).isEqualTo(180);
    }

    @Test
    void an_event_that_is_not_at_its_version_any_more_is_told() throws Exception {
        follow("hindcast://store/sample:ledger/stream/account-CH93-0001?at=v9999");

        assertThat(notice()).isEqualTo("v9999 is not in account-CH93-0001; shown is v182.");
        assertThat(shown.focus.look().index()).isEqualTo(179);
    }

    @Test
    void the_place_before_the_first_event_has_a_link() throws Exception {
        shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(-1)));
        String link = copied();
        shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(5)));

        follow(link);

        assertThat(shown.focus.look().index()).isEqualTo(-1);
        assertThat(notice()).doesNotContain("shown is");
    }

    @Test
    void what_is_wrong_with_a_link_is_told_in_the_language_of_the_window() throws Exception {
        follow("hindcast://store/sample:ledger?zone=Zurich");

        assertThat(notice()).isEqualTo("There is no time zone “Zurich”; write one like Europe/Zurich or UTC.");
    }

    @Test
    void a_fold_that_a_link_names_and_nobody_has_is_told() throws Exception {
        follow("hindcast://store/sample:ledger?fold=never.folds.yaml");

        assertThat(notice()).startsWith("never.folds.yaml is not used.");
    }

    @Test
    void tabs_stand_in_the_order_of_panels_and_sides() throws Exception {
        assertThat(titles(0)).containsExactly(
                "History", "Fold rules", "Two clocks", "States", "Roll-forward", "Find", "Snapshots", "Integrity", "Marks");
        assertThat(titles(0)).hasSameSizeAs(Panel.values());
        assertThat(titles(1)).containsExactly("State", "Compare", "Field").hasSameSizeAs(Side.values());
    }

    private java.util.List<String> titles(int pane) throws Exception {
        return on(() -> shown.window.scene().getRoot().lookupAll(".workbench .tab-pane").stream()
                .map(TabPane.class::cast)
                .filter(it -> it.getTabs().size() == (pane == 0 ? 9 : 3))
                .findFirst()
                .orElseThrow()
                .getTabs()
                .stream()
                .map(Tab::getText)
                .toList());
    }

    @Test
    void a_citation_names_store_stream_version_position_time_fold_and_hash() throws Exception {
        lookClosely();

        shown.does(() -> shown.window.copies().copyCitation());

        String sentence = on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(sentence)
                .startsWith("Store ")
                .contains(", stream account-CH93-0001, version 41, position ")
                .containsPattern(", recorded \\d{4}-\\d\\d-\\d\\dT[0-9:.]+\\+0[12]:00\\[Europe/Zurich\\], folded by ")
                .containsPattern(", about what holds up to 2025-05-31, SHA-256 of the event [0-9a-f]{64}\\.$");
        assertThat(sentence.lines()).hasSize(1);
        assertThat(notice()).startsWith("Copied: Store");
    }

    @Test
    void links_are_copied_by_key() throws Exception {
        shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);

        assertThat(notice()).startsWith("Copied: hindcast://store/");
        String link = on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(LookLink.read(link)).isInstanceOf(LookLink.Reading.Read.class);
    }
}
