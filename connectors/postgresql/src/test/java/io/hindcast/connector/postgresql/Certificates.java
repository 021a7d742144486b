package io.hindcast.connector.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A certificate that vouches for itself, made by the tool that comes with every JDK.
final class Certificates {
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    private final KeyStore keys;

    private Certificates(KeyStore keys) {
        this.keys = keys;
    }

    /// @param commonName whom the certificate is for
    /// @param names what else it holds for: `ip:127.0.0.1`, `dns:ledger.example`
    static Certificates of(Path folder, String commonName, String names) throws IOException, GeneralSecurityException {
        Path store = folder.resolve(commonName + ".p12");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "one", "-keyalg", "EC", "-groupname", "secp256r1",
                        "-dname", "CN=" + commonName, "-ext", "san=" + names, "-ext", "bc:c=ca:true",
                        "-validity", "3650", "-storetype", "PKCS12", "-storepass", new String(STORE_PASSWORD),
                        "-keystore", store.toString()))
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD);
        }
        return new Certificates(keys);
    }

    byte[] certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", keys.getCertificate("one").getEncoded());
    }

    byte[] privateKey() throws GeneralSecurityException {
        return pem("PRIVATE KEY", privateKeyAsDer());
    }

    /// As the driver wants it.
    byte[] privateKeyAsDer() throws GeneralSecurityException {
        return keys.getKey("one", STORE_PASSWORD).getEncoded();
    }

    private static byte[] pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(what, lines, what)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
