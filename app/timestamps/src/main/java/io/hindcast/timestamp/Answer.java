package io.hindcast.timestamp;

import io.hindcast.audit.timestamp.UnreadableStamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/// What lies in a `.tsr` file: the whole answer of an authority, or the bare token.
sealed interface Answer {
    record Granted(TimeStampToken token) implements Answer {}

    record Refused(String status, String why) implements Answer {}

    /// @throws UnreadableStamp when it is neither
    static Answer read(byte[] content) {
        try {
            return of(ASN1Primitive.fromByteArray(content));
        } catch (IOException | TSPException | RuntimeException _) {
            // the library answers bad bytes with many kinds of exceptions
            throw new UnreadableStamp("This is no time stamp: a .tsr file holds the answer of a time-stamp authority.");
        }
    }

    private static Answer of(ASN1Primitive content) throws IOException, TSPException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(content);
        if (sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier) {
            return new Granted(new TimeStampToken(ContentInfo.getInstance(sequence)));
        }
        TimeStampResp response = TimeStampResp.getInstance(sequence);
        PKIStatusInfo status = response.getStatus();
        return switch (status.getStatus().intValueExact()) {
            case 0, 1 -> new Granted(new TimeStampToken(response.getTimeStampToken()));
            case 2 -> new Refused("rejection", why(status));
            case 3 -> new Refused("waiting", why(status));
            case 4 -> new Refused("revocation warning", why(status));
            case 5 -> new Refused("revocation notification", why(status));
            default -> throw new TSPException("no such status");
        };
    }

    private static String why(PKIStatusInfo status) {
        var said = new ArrayList<String>();
        ASN1BitString bits = status.getFailInfo();
        if (bits != null) {
            said.addAll(reasons(bits.intValue()));
        }
        PKIFreeText text = status.getStatusString();
        for (int i = 0; text != null && i < text.size(); i++) {
            said.add(Printable.of(text.getStringAtUTF8(i).getString()));
        }
        return String.join("; ", said);
    }

    /// The reasons of the standard, in plain words.
    private static List<String> reasons(int bits) {
        var reasons = new ArrayList<String>();
        add(reasons, bits, PKIFailureInfo.badAlg, "the kind of hash is not accepted");
        add(reasons, bits, PKIFailureInfo.badRequest, "the request is not permitted");
        add(reasons, bits, PKIFailureInfo.badDataFormat, "the request could not be read");
        add(reasons, bits, PKIFailureInfo.timeNotAvailable, "its clock is not available");
        add(reasons, bits, PKIFailureInfo.unacceptedPolicy, "the policy is not supported");
        add(reasons, bits, PKIFailureInfo.unacceptedExtension, "an extension is not supported");
        add(reasons, bits, PKIFailureInfo.addInfoNotAvailable, "more information is not available");
        add(reasons, bits, PKIFailureInfo.systemFailure, "the system failed");
        return reasons;
    }

    private static void add(List<String> reasons, int bits, int bit, String words) {
        if ((bits & bit) != 0) {
            reasons.add(words);
        }
    }
}
