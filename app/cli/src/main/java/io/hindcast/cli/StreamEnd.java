package io.hindcast.cli;

import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Where a stream ends, for whoever asks for versions that it has not reached: the answer is then that of its end, or empty.
final class StreamEnd {
    private StreamEnd() {}

    /// Says which of the moments the stream has not reached, if any.
    static void say(Terminal terminal, StreamHistory history, Moment... asked) {
        say(terminal, history.stream(), lastVersion(history), asked);
    }

    /// @param last the highest version of the stream; nothing is said where it has none
    static void say(Terminal terminal, String stream, OptionalLong last, Moment... asked) {
        if (last.isPresent()) {
            for (long version : beyond(last.getAsLong(), asked)) {
                terminal.say("%s ends at version %d, before v%d.".formatted(stream, last.getAsLong(), version));
            }
        }
    }

    private static OptionalLong lastVersion(StreamHistory history) {
        for (int index = history.size() - 1; index >= 0; index--) {
            OptionalLong version = history.event(index).version();
            if (version.isPresent()) {
                return version;
            }
        }
        return OptionalLong.empty();
    }

    /// Each once, in their order.
    private static SortedSet<Long> beyond(long last, Moment... asked) {
        var beyond = new TreeSet<Long>();
        Stream.of(asked).forEach(moment -> {
            if (moment instanceof Moment.AtVersion(long version) && version > last) {
                beyond.add(version);
            }
        });
        return beyond;
    }
}
