package io.hindcast.timestamp;

import io.hindcast.audit.seal.Hash;
import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampDefect;
import io.hindcast.audit.timestamp.TimeStamp;
import io.hindcast.audit.timestamp.TimeStamping;
import io.hindcast.audit.timestamp.UnreadableStamp;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/// Time stamps by the standard, read and written by Bouncy Castle.
public final class Rfc3161 implements TimeStamping {
    /// With the empty parameters that every authority accepts, and openssl writes.
    private static final AlgorithmIdentifier SHA_256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    @Override
    public byte[] request(Hash hash, Optional<BigInteger> nonce) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] digest = HexFormat.of().parseHex(hash.toString());
        TimeStampRequest request = nonce.map(number -> generator.generate(SHA_256, digest, number))
                .orElseGet(() -> generator.generate(SHA_256, digest));
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request is written to memory", e);
        }
    }

    @Override
    public StampCheck check(byte[] token, Hash hash, Optional<byte[]> request, List<TrustedFile> trusted) {
        Answer answer = Answer.read(token);
        var trust = Trust.of(trusted);
        Optional<TimeStampRequest> asked = request.map(Rfc3161::readRequest);
        return switch (answer) {
            case Answer.Refused(String status, String why) ->
                new StampCheck(
                        Optional.empty(), List.of(new StampDefect.Refused(status, why)), new StampCheck.Signer.Unchecked());
            case Answer.Granted(var granted) -> check(granted, hash, asked, trust);
        };
    }

    private static StampCheck check(TimeStampToken token, Hash hash, Optional<TimeStampRequest> asked, Trust trust) {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        var defects = new ArrayList<>(imprint(info, hash));
        asked.ifPresent(sent -> defects.addAll(agreement(sent, info, hash)));
        SignerCheck signer = signer(token, trust);
        defects.addAll(signer.defects());
        return new StampCheck(Optional.of(stamp(info, signer)), defects, signer.vouchedFor());
    }

    private static SignerCheck signer(TimeStampToken token, Trust trust) {
        try {
            return new SignerCheck(token, trust);
        } catch (UnreadableStamp said) {
            throw said;
        } catch (RuntimeException _) {
            // certificates are read when they are first asked for, and answer bad bytes with many kinds of exceptions
            throw new UnreadableStamp("A certificate in the time stamp cannot be read.");
        }
    }

    private static List<StampDefect> imprint(TimeStampTokenInfo info, Hash hash) {
        if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)) {
            return List.of(new StampDefect.OtherKindOfHash(info.getMessageImprintAlgOID().getId()));
        }
        String stamped = HexFormat.of().formatHex(info.getMessageImprintDigest());
        return stamped.equals(hash.toString()) ? List.of() : List.of(new StampDefect.OtherFile(stamped));
    }

    private static List<StampDefect> agreement(TimeStampRequest asked, TimeStampTokenInfo info, Hash hash) {
        var defects = new ArrayList<StampDefect>();
        if (!HexFormat.of().formatHex(asked.getMessageImprintDigest()).equals(hash.toString())) {
            defects.add(new StampDefect.RequestOfOtherFile());
        }
        if (asked.getNonce() != null && !asked.getNonce().equals(info.getNonce())) {
            defects.add(new StampDefect.OtherNonce());
        }
        return defects;
    }

    private static TimeStamp stamp(TimeStampTokenInfo info, SignerCheck signer) {
        return new TimeStamp(
                info.getGenTime().toInstant(),
                signer.authority(),
                info.getPolicy().getId(),
                info.getSerialNumber(),
                Accuracies.of(info),
                Optional.ofNullable(info.getNonce()));
    }

    private static TimeStampRequest readRequest(byte[] content) {
        try {
            return new TimeStampRequest(content);
        } catch (IOException | RuntimeException _) {
            // the library answers bad bytes with many kinds of exceptions
            throw new UnreadableStamp("The request is no time-stamp request.");
        }
    }
}
