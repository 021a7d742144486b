package io.hindcast.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindcast.audit.seal.Hash;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another program reads what we write, and says the same of what we check. Skipped where it is not installed.
class OpensslAgreesTest {
    private static final Authority ROOT = Authority.root("Test Root");
    private static final Authority STAMPER = ROOT.stamps("Test Stamper");

    @TempDir
    Path scratch = Path.of("");

    private byte[] seal = new byte[0];
    private byte[] request = new byte[0];

    @BeforeEach
    void asks() throws IOException {
        assumeTrue(isInstalled(), "openssl is not installed");
        seal = "{\"format\": \"hindcast-seal/1\"}\n".getBytes(StandardCharsets.UTF_8);
        request = new Rfc3161().request(Hash.of(seal), Optional.of(BigInteger.valueOf(4711)));
        Files.write(scratch.resolve("seal.json"), seal);
        Files.write(scratch.resolve("seal.tsq"), request);
        Files.write(scratch.resolve("root.pem"), ROOT.pem());
    }

    @Test
    void it_reads_the_request() throws IOException {
        assertThat(openssl("ts", "-query", "-in", "seal.tsq", "-text").out())
                .contains("Hash Algorithm: sha256", "Nonce: 0x1267", "Certificate required: yes");
    }

    @Test
    void it_verifies_a_token_that_holds_and_refuses_one_that_does_not() throws IOException {
        byte[] token = STAMPER.answer(request, Authority.NOON);
        byte[] altered = token.clone();
        altered[token.length - 1] ^= 1;

        assertThat(verify(token).out()).contains("Verification: OK");
        assertThat(verify(altered).code()).isNotZero();
    }

    private Answer verify(byte[] token) throws IOException {
        Files.write(scratch.resolve("seal.tsr"), token);
        return openssl(
                "ts", "-verify", "-queryfile", "seal.tsq", "-in", "seal.tsr", "-CAfile", "root.pem", "-attime",
                Long.toString(Authority.NOON.getEpochSecond()));
    }

    private record Answer(int code, String out) {}

    private Answer openssl(String... arguments) throws IOException {
        var command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
        Process process =
                new ProcessBuilder(command).directory(scratch.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Answer(process.waitFor(), out);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder(List.of("openssl", "version")).start();
            return process.waitFor() == 0;
        } catch (IOException | InterruptedException _) {
            return false;
        }
    }
}
