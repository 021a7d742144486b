package io.hindcast.audit.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes, written as 64 hexadecimal digits. Immutable.
public final class Hash {
    static final int BYTES = 32;

    /// What a chain without events begins with.
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    /// @param bytes 32 of them, owned by the new value
    Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are no SHA-256 value");
        }
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException when these are not 64 hexadecimal digits
    public static Hash parse(String hex) {
        return new Hash(HEX.parseHex(hex));
    }

    /// Of the concatenation of the parts.
    public static Hash of(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The 32 bytes, not to be written.
    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
