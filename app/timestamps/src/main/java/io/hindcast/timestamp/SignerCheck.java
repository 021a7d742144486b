package io.hindcast.timestamp;

import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampDefect;
import io.hindcast.audit.timestamp.StampDefect.NotForStamps.Missing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TimeStampToken;

/// Who signed a token, and whether that holds: the signature, the certificate's purpose and dates, and who vouches for it.
final class SignerCheck {
    private final TimeStampToken token;
    private final Optional<X509CertificateHolder> certificate;
    private final List<StampDefect> defects = new ArrayList<>();
    private final StampCheck.Signer vouchedFor;

    SignerCheck(TimeStampToken token, Trust trust) {
        this.token = token;
        certificate = SigningCertificates.of(token, trust);
        if (certificate.isEmpty()) {
            defects.add(new StampDefect.NoCertificate());
            vouchedFor = trust.isEmpty() ? new StampCheck.Signer.Unchecked() : new StampCheck.Signer.Untrusted();
        } else {
            signature(certificate.get());
            purpose(certificate.get());
            boolean inDate = dates(certificate.get());
            vouchedFor = trust.isEmpty() ? new StampCheck.Signer.Unchecked() : vouch(certificate.get(), trust, inDate);
        }
    }

    List<StampDefect> defects() {
        return defects;
    }

    StampCheck.Signer vouchedFor() {
        return vouchedFor;
    }

    /// The name in the certificate, else the one in the token, else nothing.
    String authority() {
        var stated = token.getTimeStampInfo().getTsa();
        return Printable.of(certificate
                .map(found -> found.getSubject().toString())
                .orElseGet(() -> stated == null ? "" : String.valueOf(stated.getName())));
    }

    private void signature(X509CertificateHolder signer) {
        if (!SigningCertificates.isMeant(token, signer)) {
            defects.add(new StampDefect.OtherCertificate());
        }
        SignerInformation signed =
                token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
        try {
            // of the key alone: dates are looked at apart, at the time that was stamped
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(Certificates.java(signer).getPublicKey());
            if (!signed.verify(verifier)) {
                defects.add(new StampDefect.WrongSignature());
            }
        } catch (CMSSignerDigestMismatchException _) {
            defects.add(new StampDefect.Altered());
        } catch (CMSException | OperatorCreationException | RuntimeException _) {
            // a signature of another length, of another kind, or no signature at all
            defects.add(new StampDefect.WrongSignature());
        }
    }

    private void purpose(X509CertificateHolder signer) {
        Extension usage = signer.getExtension(Extension.extendedKeyUsage);
        if (usage == null) {
            defects.add(new StampDefect.NotForStamps(Missing.PURPOSE));
            return;
        }
        ExtendedKeyUsage purposes = ExtendedKeyUsage.getInstance(usage.getParsedValue());
        if (!purposes.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping)) {
            defects.add(new StampDefect.NotForStamps(Missing.PURPOSE));
        } else if (purposes.size() > 1) {
            defects.add(new StampDefect.NotForStamps(Missing.ALONE));
        } else if (!usage.isCritical()) {
            defects.add(new StampDefect.NotForStamps(Missing.CRITICAL));
        }
    }

    private boolean dates(X509CertificateHolder signer) {
        if (signer.isValidOn(token.getTimeStampInfo().getGenTime())) {
            return true;
        }
        Instant from = signer.getNotBefore().toInstant();
        defects.add(new StampDefect.OutOfDate(from, signer.getNotAfter().toInstant()));
        return false;
    }

    private StampCheck.Signer vouch(X509CertificateHolder signer, Trust trust, boolean inDate) {
        Optional<String> anchor =
                trust.vouches(signer, token.getCertificates(), token.getTimeStampInfo().getGenTime());
        if (anchor.isPresent()) {
            return new StampCheck.Signer.Trusted(Printable.of(anchor.get()));
        }
        if (inDate) {
            defects.add(new StampDefect.NotTrusted(Printable.of(signer.getSubject().toString())));
        }
        return new StampCheck.Signer.Untrusted();
    }
}
