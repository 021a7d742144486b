package io.hindcast.connector.tck.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// One folder of `sample-data/real`, below the directory that the system property `hindcast.root` names.
public record RealStore(String name) {
    /// Unpacks one of its files.
    ///
    /// @param file name without `.gz`
    public Path unpack(String file, Path into) throws IOException {
        var target = into.resolve(file);
        try (var packed = new GZIPInputStream(Files.newInputStream(folder().resolve(file + ".gz")))) {
            Files.copy(packed, target);
        }
        return target;
    }

    public Facts facts() throws IOException {
        try (var packed = new GZIPInputStream(Files.newInputStream(folder().resolve("facts.json.gz")))) {
            return Facts.read(packed);
        }
    }

    /// SHA-256 of a file, to see whether it was changed.
    public static String hashOf(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path folder() {
        return Path.of(System.getProperty("hindcast.root", "."))
                .resolve("sample-data/real")
                .resolve(name);
    }
}
