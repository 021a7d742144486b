package io.hindcast.connector.sqlite;

import io.hindcast.capsule.CapsuleDraft;
import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// Makes capsules as SQLite files.
public final class CapsuleFile implements CapsuleMaker {
    @Override
    public String ending() {
        return ".hcap";
    }

    @Override
    public CapsuleDraft begin(Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            var connection = SqliteDriver.settings().createConnection("jdbc:sqlite:" + part);
            return new CapsuleWriter(connection, part, target);
        } catch (IOException | SQLException e) {
            throw refused(target, e);
        }
    }

    static ConnectorException refused(Path target, Exception cause) {
        return new ConnectorException(
                Kind.SETTINGS, "The capsule %s cannot be written: is there room, and may you write there?".formatted(target.getFileName()), cause);
    }
}
