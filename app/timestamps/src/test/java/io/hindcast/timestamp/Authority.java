package io.hindcast.timestamp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/// A time-stamp authority in memory, with a chain of its own making: a root, and certificates below it.
final class Authority {
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final List<X509Certificate> above;
    private boolean carriesCertificates = true;

    private Authority(String name, KeyPair keys, X509Certificate certificate, List<X509Certificate> above) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
        this.above = above;
    }

    static Authority root(String name) {
        KeyPair keys = keys();
        var ca = new Usage(Extension.basicConstraints, true, new BasicConstraints(true));
        return new Authority(name, keys, certify(name, name, keys, keys, ca, FROM, UNTIL), List.of());
    }

    /// What a certificate is for.
    private record Usage(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {}

    /// A certificate authority below this one.
    Authority issues(String below) {
        return issue(below, new Usage(Extension.basicConstraints, true, new BasicConstraints(true)), UNTIL);
    }

    /// One that stamps, as the standard wants it.
    Authority stamps(String below) {
        return stamps(below, true, UNTIL, KeyPurposeId.id_kp_timeStamping);
    }

    Authority stamps(String below, boolean critical, Instant until, KeyPurposeId... purposes) {
        return issue(below, new Usage(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes)), until);
    }

    private Authority issue(String below, Usage usage, Instant until) {
        KeyPair own = keys();
        var chain = new ArrayList<X509Certificate>(List.of(certificate));
        chain.addAll(above);
        return new Authority(below, own, certify(below, name, own, keys, usage, FROM, until), chain);
    }

    Authority withoutCertificates() {
        carriesCertificates = false;
        return this;
    }

    byte[] answer(byte[] request, Instant at) {
        return answer(request, at, certificate, certificate);
    }

    /// Signs with this key, says that it was with one certificate, and sends another.
    byte[] answer(byte[] request, Instant at, X509Certificate claimed, X509Certificate sent) {
        try {
            var generator = new TimeStampResponseGenerator(tokens(claimed, sent), TSPAlgorithms.ALLOWED);
            return generator
                    .generateGrantedResponse(new TimeStampRequest(request), BigInteger.valueOf(17), Date.from(at))
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// A bare token by a certificate that the library would not stamp with: what a good authority stated, signed here.
    byte[] answerByAnyMeans(byte[] request, Instant at, Authority good) {
        try {
            byte[] stated = new TimeStampResponse(good.answer(request, at))
                    .getTimeStampToken()
                    .getTimeStampInfo()
                    .getEncoded();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            var named = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
            var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(
                            new AttributeTable(named)))
                    .build("SHA256withECDSA", keys.getPrivate(), certificate);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificate(holder(certificate));
            return generator
                    .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, stated), true)
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    byte[] refusal(int status, int reason, String words) {
        try {
            return new TimeStampResponseGenerator(tokens(certificate, certificate), Set.of())
                    .generateFailResponse(status, reason, words)
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private TimeStampTokenGenerator tokens(X509Certificate claimed, X509Certificate sent) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var signer = new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", keys.getPrivate(), claimed);
        var tokens = new TimeStampTokenGenerator(
                signer, digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
        tokens.setAccuracySeconds(1);
        if (carriesCertificates) {
            var all = new ArrayList<X509CertificateHolder>();
            all.add(holder(sent));
            for (X509Certificate one : above) {
                all.add(holder(one));
            }
            tokens.addCertificates(new CollectionStore<>(all));
        }
        return tokens;
    }

    X509Certificate certificate() {
        return certificate;
    }

    byte[] pem() {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws Exception {
        return new X509CertificateHolder(certificate.getEncoded());
    }

    private static X509Certificate certify(
            String name, String issuer, KeyPair keys, KeyPair signing, Usage usage, Instant from, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(Math.floorMod(name.hashCode(), 1_000_000) + 1L),
                    Date.from(from),
                    Date.from(until),
                    new X500Name("CN=" + name),
                    keys.getPublic());
            builder.addExtension(usage.extension(), usage.critical(), usage.value());
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
