package io.hindcast.desktop.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.control.SplitPane;

/// Where the panes of the window part, from 0 to 1: two dividers across, timeline over events, state over event.
final class Dividers {
    private static final double LOW = 620;
    private static final int ALL = 4;
    private final SplitPane across;
    private final SplitPane middle;
    private final SplitPane right;
    private boolean isPlaced;

    Dividers(SplitPane across, SplitPane middle, SplitPane right) {
        this.across = across;
        this.middle = middle;
        this.right = right;
        splitByHeight();
    }

    /// In a low window the event takes more than half, else nothing of its body would be in sight. Later the person decides.
    private void splitByHeight() {
        right.setDividerPositions(0.58);
        right.heightProperty().subscribe((before, now) -> {
            if (!isPlaced && before.doubleValue() == 0 && now.doubleValue() < LOW) {
                right.setDividerPositions(0.46);
            }
        });
    }

    List<Double> positions() {
        var all = new ArrayList<Double>();
        for (SplitPane pane : List.of(across, middle, right)) {
            DoubleStream.of(pane.getDividerPositions()).forEach(all::add);
        }
        return List.copyOf(all);
    }

    /// Puts them where they were; anything but four positions is left alone.
    void place(List<Double> positions) {
        if (positions.size() == ALL) {
            isPlaced = true;
            double[] all = positions.stream().mapToDouble(Double::doubleValue).toArray();
            across.setDividerPositions(Arrays.copyOfRange(all, 0, 2));
            middle.setDividerPositions(all[2]);
            right.setDividerPositions(all[3]);
        }
    }
}
