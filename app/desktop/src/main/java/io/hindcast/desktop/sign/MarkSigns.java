package io.hindcast.desktop.sign;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.desktop.focus.Marked;
import io.hindcast.desktop.theme.Icons;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Small signs for the marks of a row: one an event or a stream has of each kind, and before them the sign that one of them is
/// no longer valid. Where there is no room for all, three dots stand for the rest. Made once and filled again and again.
public final class MarkSigns extends HBox {
    private final Label invalid = new Label();

    public MarkSigns() {
        super(3);
        getStyleClass().add("mark-signs");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        invalid.setGraphic(Icons.of(Feather.ALERT_OCTAGON, "mark-sign", "mark-sign-invalid"));
    }

    /// @param most signs that have room, at least 1
    /// @return whether there is anything to see
    public boolean show(List<Mark> marks, Marked marked, int most) {
        getChildren().clear();
        if (marks.stream().anyMatch(marked::isInvalid)) {
            getChildren().add(invalid);
        }
        Set<MarkKind> kinds = EnumSet.noneOf(MarkKind.class);
        marks.forEach(mark -> kinds.add(mark.kind()));
        for (MarkKind kind : List.of(MarkKind.FINDING, MarkKind.TICK, MarkKind.NOTE, MarkKind.BOOKMARK)) {
            if (kinds.contains(kind) && getChildren().size() == most) {
                dots(most);
                break;
            }
            if (kinds.contains(kind)) {
                getChildren().add(Icons.of(MarkWords.icon(kind), "mark-sign", "mark-sign-" + kind.word()));
            }
        }
        return !marks.isEmpty();
    }

    /// Instead of the last sign, where more than two have room: of two, both tell more.
    private void dots(int most) {
        if (most > 2) {
            getChildren().set(most - 1, Icons.of(Feather.MORE_HORIZONTAL, "mark-sign"));
        }
    }
}
