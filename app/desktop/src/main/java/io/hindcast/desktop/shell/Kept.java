package io.hindcast.desktop.shell;

import io.hindcast.engine.link.StoreLook;
import java.util.List;

/// What is kept of the window when a store is left. It holds nothing of what events say, and no name that masks hide.
///
/// @param dividers where the panes part, from 0 to 1: two across, then timeline over events, then state over event
public record Kept(StoreLook look, List<Double> dividers) {
    public Kept {
        dividers = List.copyOf(dividers);
    }
}
