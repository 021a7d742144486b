package io.hindcast.audit.timestamp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a token states. Whether that can be believed is said by [StampCheck].
///
/// @param at the time that was stamped
/// @param authority who stamped, as the certificate names it, else as the token does; empty where neither does
/// @param policy under which rules, an object identifier
/// @param accuracy how far off the time may be, to both sides
/// @param nonce what was repeated from the request
public record TimeStamp(
        Instant at,
        String authority,
        String policy,
        BigInteger serial,
        Optional<Duration> accuracy,
        Optional<BigInteger> nonce) {
    /// The latest time at which it may have been stamped: what was hashed existed before.
    public Instant existedBefore() {
        return accuracy.map(at::plus).orElse(at);
    }
}
