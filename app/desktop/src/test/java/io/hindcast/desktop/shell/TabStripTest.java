package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The strips of tabs at the widths that windows have: every tab is in view, no name is cut off.
class TabStripTest {
    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"1000, en", "1000, de", "1440, en", "1440, de", "1920, en", "1920, de"})
    void every_tab_is_in_view_whichever_is_chosen(int width, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        try (Shown shown = Shown.onBank(Theme.LIGHT, width, 900)) {
            for (Node strip : on(() -> List.copyOf(shown.window.scene().getRoot().lookupAll(".tab-pane")))) {
                TabPane pane = (TabPane) strip;
                for (int i = 0; i < pane.getTabs().size(); i++) {
                    int chosen = i;
                    on(() -> {
                        pane.getSelectionModel().select(chosen);
                        return true;
                    });
                    shown.settle();
                    assertThat(on(() -> complaints(pane))).as("with tab %d of %d pixels".formatted(i, width)).isEmpty();
                }
            }
            shown.picture("tabs-" + width + "-" + language);
        }
    }

    private static List<String> complaints(TabPane pane) {
        var complaints = new ArrayList<String>();
        List<Node> headers = List.copyOf(pane.lookupAll(".tab"));
        if (headers.size() != pane.getTabs().size()) {
            complaints.add("tabs are missing");
        }
        for (Node header : headers) {
            var place = pane.sceneToLocal(header.localToScene(header.getBoundsInLocal()));
            Label label = (Label) header.lookup(".tab-label");
            if (place.getMinX() < 0 || place.getMaxX() > pane.getWidth()) {
                complaints.add(label.getText() + " is out of sight");
            }
            Text drawn = (Text) label.lookup(".text");
            if (drawn != null && drawn.isVisible() && !drawn.getText().isEmpty() && !drawn.getText().equals(label.getText())) {
                complaints.add(label.getText() + " is cut off");
            }
        }
        Node menu = pane.lookup(".control-buttons-tab");
        if (menu != null && menu.isVisible()) {
            complaints.add("a menu covers the rest");
        }
        for (Tab tab : pane.getTabs()) {
            boolean isShort = tab.getStyleClass().contains(TabStrip.SHORT);
            if (isShort && (tab.isSelected() || tab.getTooltip() == null || !tab.getTooltip().getText().equals(tab.getText()))) {
                complaints.add(tab.getText() + " has no name");
            }
        }
        return complaints;
    }
}
