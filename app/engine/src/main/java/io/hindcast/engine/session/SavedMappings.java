package io.hindcast.engine.session;

import io.hindcast.connector.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Mapping files that a person keeps for stores of no known system: one for each location, in a folder of the person's
/// own, never beside the store. Safe for many threads.
public final class SavedMappings {
    private static final int DIGITS = 12;
    private static final int LONGEST_NAME = 40;

    private final Path folder;

    /// @param folder need not exist
    public SavedMappings(Path folder) {
        this.folder = folder;
    }

    /// The mapping kept for a location.
    public Optional<Path> of(Location location) {
        return Optional.of(file(location)).filter(Files::isRegularFile);
    }

    /// Keeps a mapping; one that was kept for the location before is replaced in one step.
    ///
    /// @return the file
    /// @throws IOException when it cannot be written; what was kept before is still there then
    public Path save(Location location, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "mapping", ".part");
        try {
            Files.writeString(fresh, text);
            return Files.move(fresh, file(location), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Named so that a person finds it and no two locations share it.
    private Path file(Location location) {
        String whole = location.path().map(path -> path.toAbsolutePath().toString()).orElse(location.text());
        String last = whole.substring(whole.replace('\\', '/').lastIndexOf('/') + 1);
        String name = last.replaceAll("\\?.*", "").replaceAll("[^A-Za-z0-9._-]", "_");
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return folder.resolve("%s-%s.layout".formatted(shown, digest(whole)));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
