package io.hindcast.timestamp;

import io.hindcast.audit.timestamp.TimeStamping.TrustedFile;
import io.hindcast.audit.timestamp.UnreadableStamp;
import io.hindcast.event.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/// Certificates as Java knows them.
final class Certificates {
    private Certificates() {}

    /// @throws UnreadableStamp when the token's certificate is one that Java does not know
    static X509Certificate java(X509CertificateHolder certificate) {
        try {
            var in = new ByteArrayInputStream(certificate.getEncoded());
            return (X509Certificate) factory().generateCertificate(in);
        } catch (CertificateException | IOException _) {
            throw new UnreadableStamp("A certificate in the time stamp cannot be read.");
        }
    }

    /// All certificates of a file.
    ///
    /// @throws UnreadableStamp when it holds none
    static List<X509Certificate> of(TrustedFile file) {
        try {
            ByteSlice bytes = file.content();
            var in = new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length());
            List<X509Certificate> all = factory().generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!all.isEmpty()) {
                return all;
            }
        } catch (CertificateException _) {
            // said below
        }
        throw new UnreadableStamp(file.name() + " holds no certificate, neither as PEM nor as DER.");
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java reads X.509", e);
        }
    }
}
