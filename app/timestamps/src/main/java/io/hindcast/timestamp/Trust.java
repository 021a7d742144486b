package io.hindcast.timestamp;

import io.hindcast.audit.timestamp.TimeStamping.TrustedFile;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.Store;

/// The certificates that somebody trusts. Nobody is asked whether one was revoked: there is no network.
record Trust(List<X509Certificate> certificates) {
    Trust {
        certificates = List.copyOf(certificates);
    }

    /// @throws io.hindcast.audit.timestamp.UnreadableStamp when a file holds no certificate
    static Trust of(List<TrustedFile> files) {
        return new Trust(
                files.stream().flatMap(file -> Certificates.of(file).stream()).toList());
    }

    boolean isEmpty() {
        return certificates.isEmpty();
    }

    List<X509CertificateHolder> holders() {
        return certificates.stream().map(Trust::holder).toList();
    }

    /// The name of the trusted certificate that this one leads to, over those between that came with it.
    Optional<String> vouches(X509CertificateHolder signer, Store<X509CertificateHolder> between, Date at) {
        X509Certificate certificate = Certificates.java(signer);
        if (certificates.contains(certificate)) {
            return Optional.of(name(certificate));
        }
        try {
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(path(certificate, between, at));
            return Optional.of(name(built.getTrustAnchor().getTrustedCert()));
        } catch (CertPathBuilderException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java builds PKIX paths", e);
        }
    }

    private PKIXBuilderParameters path(X509Certificate signer, Store<X509CertificateHolder> between, Date at)
            throws GeneralSecurityException {
        Set<TrustAnchor> anchors =
                certificates.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
        var target = new X509CertSelector();
        target.setCertificate(signer);
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        var chain = new ArrayList<X509Certificate>();
        between.getMatches(null).forEach(one -> chain.add(Certificates.java(one)));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        return parameters;
    }

    private static String name(X509Certificate certificate) {
        return holder(certificate).getSubject().toString();
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
