package io.hindcast.audit.timestamp;

import io.hindcast.audit.seal.Hash;
import io.hindcast.event.ByteSlice;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Writes requests for time stamps and checks the answers, without any network. Found by [java.util.ServiceLoader], because
/// it needs a library; stateless, for any thread.
public interface TimeStamping {
    /// A request for a stamp over this hash that asks for the certificate of whoever stamps.
    ///
    /// @param nonce what the answer has to repeat, so that it cannot be an old one
    /// @return the bytes of a `.tsq` file
    byte[] request(Hash hash, Optional<BigInteger> nonce);

    /// Holds an answer against a hash.
    ///
    /// @param token the bytes of a `.tsr` file: the whole answer, or the bare token in it
    /// @param request the request that was sent, where it was kept
    /// @param trusted certificates that a signer may lead to; none, and the signer is not checked
    /// @throws UnreadableStamp when one of the files is not what it should be
    StampCheck check(byte[] token, Hash hash, Optional<byte[]> request, List<TrustedFile> trusted);

    /// A file with certificates, in PEM or DER.
    ///
    /// @param name for a message
    record TrustedFile(String name, ByteSlice content) {}
}
