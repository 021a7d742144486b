package io.hindcast.cli;

import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampableFile;
import io.hindcast.engine.state.Fields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The time stamp that lies beside a seal, checked.
record KeptStamp(StampableFile stamped, StampCheck check) {
    /// @throws UsageException when the token beside it cannot be read
    static Optional<KeptStamp> beside(Path seal, House house, List<Path> trusted) {
        StampableFile stamped = Stamps.readable(() -> StampableFile.of(seal));
        Path token = stamped.beside(Stamps.TOKEN);
        if (Files.exists(token)) {
            return Optional.of(new KeptStamp(
                    stamped, Stamps.readable(() -> Stamps.check(house, stamped, token, null, trusted))));
        }
        if (!trusted.isEmpty()) {
            throw new UsageException("There is no time stamp %s that --trust could be for.".formatted(token));
        }
        return Optional.empty();
    }

    boolean holds() {
        return check.holds();
    }

    List<String> sentences() {
        return StampAnswer.sentences(stamped, check);
    }

    Fields fields() {
        return StampAnswer.of(stamped, check);
    }
}
