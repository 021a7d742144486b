package io.hindcast.audit.timestamp;

import java.time.Instant;

/// One reason why a token proves nothing about a file.
public sealed interface StampDefect {
    /// The authority gave no stamp.
    ///
    /// @param status `rejection`, `waiting` …
    /// @param why what it said; may be empty
    record Refused(String status, String why) implements StampDefect {}

    /// The stamp is over another hash.
    record OtherFile(String stamped) implements StampDefect {}

    /// The stamp is over a hash of another kind than SHA-256.
    record OtherKindOfHash(String algorithm) implements StampDefect {}

    /// The request that was kept asks for a stamp over another hash.
    record RequestOfOtherFile() implements StampDefect {}

    /// The nonce of the request does not stand in the token.
    record OtherNonce() implements StampDefect {}

    /// What the token states is not what was signed.
    record Altered() implements StampDefect {}

    /// The signature is not of the key in the certificate.
    record WrongSignature() implements StampDefect {}

    /// Neither the token nor what is trusted holds the certificate of the signer.
    record NoCertificate() implements StampDefect {}

    /// The signature was made for another certificate than the one that is there.
    record OtherCertificate() implements StampDefect {}

    /// The certificate is not for time stamps, and for nothing else, as it has to be.
    ///
    /// @param missing `purpose` where it has none, `critical` where it is not binding, `alone` where it has others too
    record NotForStamps(Missing missing) implements StampDefect {
        /// What the certificate lacks.
        public enum Missing {
            PURPOSE,
            CRITICAL,
            ALONE
        }
    }

    /// The certificate was not valid when it was stamped.
    record OutOfDate(Instant from, Instant until) implements StampDefect {}

    /// The certificate leads to none that is trusted.
    record NotTrusted(String signer) implements StampDefect {}
}
