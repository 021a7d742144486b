package io.hindcast.desktop.shell;

import java.util.List;

/// Actions that belong together: a part of the list of keys.
///
/// @param id key of its name in the texts, behind `keys.group.`
record ActionGroup(String id, List<Action> actions) {
    ActionGroup {
        actions = List.copyOf(actions);
    }

    static ActionGroup of(String id, Action... actions) {
        return new ActionGroup(id, List.of(actions));
    }

    /// Those that stand in the list of keys.
    List<Action> listed() {
        return actions.stream()
                .filter(it -> it.isListed() && !it.shownKeys().isEmpty())
                .toList();
    }
}
