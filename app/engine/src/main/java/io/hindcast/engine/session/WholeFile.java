package io.hindcast.engine.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are whole under their name, or as before: written beside it, and moved there in the end.
public final class WholeFile {
    private WholeFile() {}

    /// Writes in one piece what is there already as a whole, in place of what was there.
    ///
    /// @throws IOException when it cannot be written; nothing of it is left then
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> {
            out.write(content);
            return true;
        });
    }

    /// What writes the content, which need not be held as a whole.
    @FunctionalInterface
    public interface Writing {
        /// @return whether it was written to its end; else the file stays as it was
        boolean to(OutputStream out) throws IOException;
    }

    /// Writes piece by piece, in place of what was there.
    ///
    /// @return what the writing said
    /// @throws IOException when it cannot be written; nothing of it is left then
    public static boolean write(Path file, Writing writing) throws IOException {
        Path part = beside(file);
        try {
            boolean whole;
            try (var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                whole = writing.to(out);
            }
            if (whole) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return whole;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Where to write until the file is whole: in its folder, under a name that nothing has.
    public static Path beside(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        for (int number = 2; Files.exists(part, LinkOption.NOFOLLOW_LINKS); number++) {
            part = file.resolveSibling(file.getFileName() + "." + number + ".part");
        }
        return part;
    }
}
