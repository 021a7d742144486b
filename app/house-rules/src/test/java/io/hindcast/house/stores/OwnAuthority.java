package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// A time-stamp authority that OpenSSL makes in a folder: a root, and one who stamps under it, whose keys nobody keeps.
final class OwnAuthority {
    private final Path folder;

    private OwnAuthority(Path folder) {
        this.folder = folder;
    }

    /// Whether OpenSSL is installed.
    static boolean isPossible(Path folder) {
        return openssl(folder, "version");
    }

    static OwnAuthority in(Path folder) throws IOException {
        try (var settings = OwnAuthority.class.getResourceAsStream("/stamped/authority.cnf")) {
            Files.write(folder.resolve("authority.cnf"), Objects.requireNonNull(settings).readAllBytes());
        }
        Files.writeString(folder.resolve("serial"), "01\n");
        var made = new OwnAuthority(folder);
        made.succeeds("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "own-root.pem", "-days", "2",
                "-subj", "/CN=Own Root");
        made.succeeds("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=Own Stamper");
        made.succeeds("x509", "-req", "-in", "own.csr", "-CA", "own-root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "2",
                "-extfile", "authority.cnf", "-extensions", "stamp", "-out", "own.pem");
        return made;
    }

    /// The certificate to trust.
    Path root() {
        return folder.resolve("own-root.pem");
    }

    /// Answers a request for a time stamp.
    void answer(Path request, Path token) {
        succeeds("ts", "-reply", "-config", "authority.cnf", "-queryfile", request.toString(), "-inkey", "own.key", "-signer", "own.pem",
                "-out", token.toString());
    }

    private void succeeds(String... arguments) {
        assertThat(openssl(folder, arguments)).as(String.join(" ", arguments)).isTrue();
    }

    private static boolean openssl(Path folder, String... arguments) {
        try {
            var command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
            Process process =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).isNotNull();
            return process.waitFor() == 0;
        } catch (IOException | InterruptedException _) {
            return false;
        }
    }
}
