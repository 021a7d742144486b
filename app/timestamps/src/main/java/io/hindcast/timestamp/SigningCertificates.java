package io.hindcast.timestamp;

import io.hindcast.audit.timestamp.UnreadableStamp;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TimeStampToken;

/// Which certificate a token was signed with: it names the issuer and number, and signs the certificate's hash.
final class SigningCertificates {
    private SigningCertificates() {}

    /// The certificate with the named issuer and number, out of the token, else out of what is trusted; where there are
    /// several, the one whose hash was signed.
    static Optional<X509CertificateHolder> of(TimeStampToken token, Trust trust) {
        var all = new ArrayList<X509CertificateHolder>(token.getCertificates().getMatches(null));
        all.addAll(trust.holders());
        List<X509CertificateHolder> named =
                all.stream().filter(token.getSID()::match).toList();
        return named.stream()
                .filter(one -> isMeant(token, one))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /// Whether this is the certificate whose hash was signed.
    static boolean isMeant(TimeStampToken token, X509CertificateHolder certificate) {
        try {
            var signed = token.getSignedAttributes();
            Attribute newer = signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (newer != null) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(value(newer)).getCerts()[0];
                return isHash(id.getCertHash(), id.getHashAlgorithm().getAlgorithm(), certificate);
            }
            Attribute older = signed.get(PKCSObjectIdentifiers.id_aa_signingCertificate);
            byte[] hash = SigningCertificate.getInstance(value(older)).getCerts()[0].getCertHash();
            return MessageDigest.isEqual(hash, digest("SHA-1", certificate));
        } catch (IOException | NoSuchAlgorithmException | RuntimeException _) {
            throw new UnreadableStamp("The time stamp does not name the certificate that it was signed with.");
        }
    }

    private static boolean isHash(byte[] hash, ASN1ObjectIdentifier kind, X509CertificateHolder certificate)
            throws IOException, NoSuchAlgorithmException {
        return MessageDigest.isEqual(hash, digest(kind.getId(), certificate));
    }

    private static byte[] digest(String kind, X509CertificateHolder certificate)
            throws IOException, NoSuchAlgorithmException {
        return MessageDigest.getInstance(kind).digest(certificate.getEncoded());
    }

    private static ASN1Encodable value(Attribute attribute) {
        return attribute.getAttrValues().getObjectAt(0);
    }
}
