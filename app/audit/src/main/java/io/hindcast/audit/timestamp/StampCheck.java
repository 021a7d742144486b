package io.hindcast.audit.timestamp;

import java.util.List;
import java.util.Optional;

/// What came out when a token was held against a file.
///
/// @param stamp what it states, absent when none was granted
/// @param defects why it proves nothing, gravest first; empty when it holds
/// @param signer whether somebody who is trusted vouches for the signer
public record StampCheck(Optional<TimeStamp> stamp, List<StampDefect> defects, Signer signer) {
    public StampCheck {
        defects = List.copyOf(defects);
    }

    public boolean holds() {
        return defects.isEmpty();
    }

    /// Who vouches for the signer.
    public sealed interface Signer {
        /// Nothing that is trusted was given.
        record Unchecked() implements Signer {}

        /// The certificate led to one that is trusted, at the time that was stamped.
        record Trusted(String anchor) implements Signer {}

        /// It did not; the defects say why.
        record Untrusted() implements Signer {}
    }
}
