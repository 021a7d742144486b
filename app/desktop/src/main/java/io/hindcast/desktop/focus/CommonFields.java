package io.hindcast.desktop.focus;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.state.Num;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.List;
import java.util.Optional;

/// Reads the fields that mean the same in every store. Decodes payloads: never on the screen's thread.
public record CommonFields(SourceInfo info) {
    /// The first location that holds something wins.
    public Optional<String> of(StreamHistory history, int index, EventField field) {
        for (FieldLocation location : info.fields().getOrDefault(field, List.of())) {
            StateValue part =
                    switch (location.part()) {
                        case DATA -> history.data(index);
                        case METADATA -> history.metadata(index);
                    };
            Optional<String> text = text(part.at(FieldPath.parse(location.pointer())));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(StateValue value) {
        return switch (value) {
            case Text(String text) when !text.isBlank() -> Optional.of(text);
            case Num number -> Optional.of(number.digits());
            default -> Optional.empty();
        };
    }
}
