package io.hindcast.engine.mask;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret that pseudonyms are made with: HMAC-SHA-256. Never shown; safe for many threads.
public final class MaskKey {
    public static final int SHORTEST = 16;

    static final int DIGITS = 16;

    private static final int SHOWN_BYTES = DIGITS / 2;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    private MaskKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /// @return empty when the text is shorter than 16 characters: it could be guessed
    public static Optional<MaskKey> of(String secret) {
        return secret.length() < SHORTEST
                ? Optional.empty()
                : Optional.of(new MaskKey(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /// Tells one key from another and nothing else about it: what two runs with the same key have in common.
    public String fingerprint() {
        return hash("", "which key this is");
    }

    /// 16 hexadecimal digits; the same for the same rule and text.
    String hash(String rule, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(rule.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "MaskKey";
    }
}
