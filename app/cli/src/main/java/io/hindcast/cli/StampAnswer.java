package io.hindcast.cli;

import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampDefect;
import io.hindcast.audit.timestamp.StampDefect.NotForStamps.Missing;
import io.hindcast.audit.timestamp.StampableFile;
import io.hindcast.audit.timestamp.TimeStamp;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of a time stamp, in sentences and as fields.
final class StampAnswer {
    private StampAnswer() {}

    /// Who stamped and when; then what it proves, or why it proves nothing.
    static List<String> sentences(StampableFile stamped, StampCheck check) {
        var sentences = new ArrayList<String>();
        check.stamp().ifPresent(stamp -> sentences.add(stated(stamp)));
        check.defects().forEach(defect -> sentences.add(sentence(defect, stamped)));
        if (check.holds()) {
            check.stamp().ifPresent(stamp -> sentences.add(proof(stamped, stamp)));
        }
        signer(check).ifPresent(sentences::add);
        return sentences;
    }

    private static String stated(TimeStamp stamp) {
        return "Stamped by %s at %s%s, policy %s, serial number %s."
                .formatted(
                        stamp.authority().isEmpty() ? "somebody who is not named" : stamp.authority(),
                        stamp.at(),
                        stamp.accuracy().map(off -> " (give or take %s s)".formatted(seconds(off))).orElse(""),
                        stamp.policy(),
                        stamp.serial());
    }

    private static String proof(StampableFile stamped, TimeStamp stamp) {
        return "It proves that this %s existed before %s.".formatted(word(stamped), stamp.existedBefore());
    }

    private static Optional<String> signer(StampCheck check) {
        return switch (check.signer()) {
            case StampCheck.Signer.Unchecked() when check.stamp().isPresent() ->
                Optional.of(
                        "The signer was not checked against anything trusted: name certificates with --trust.");
            case StampCheck.Signer.Trusted(String anchor) when check.holds() ->
                Optional.of("The signer's certificate leads to %s, which is trusted.".formatted(anchor));
            case StampCheck.Signer.Unchecked(), StampCheck.Signer.Trusted(_), StampCheck.Signer.Untrusted() ->
                Optional.empty();
        };
    }

    static String sentence(StampDefect defect, StampableFile stamped) {
        return switch (defect) {
            case StampDefect.Refused(String status, String why) ->
                "The authority gave no stamp (%s)%s.".formatted(status, why.isEmpty() ? "" : ": " + why);
            case StampDefect.OtherFile(String other) ->
                "The stamp is not of this %s: it is over the SHA-256 %s, and the file's is %s."
                        .formatted(word(stamped), other, stamped.sha256());
            case StampDefect.OtherKindOfHash(String algorithm) ->
                "The stamp is over another kind of hash than SHA-256 (%s).".formatted(algorithm);
            case StampDefect.RequestOfOtherFile() -> "The request is not for this %s.".formatted(word(stamped));
            case StampDefect.OtherNonce() ->
                "The stamp does not repeat the nonce of the request: it may be an answer to another one.";
            case StampDefect.Altered() -> "The stamp was altered: what it states is not what was signed.";
            case StampDefect.WrongSignature() -> "The signature does not fit the certificate of the signer.";
            case StampDefect.NoCertificate() ->
                "The certificate of the signer is missing: it is neither in the stamp nor among the trusted ones.";
            case StampDefect.OtherCertificate() -> "The stamp was signed for another certificate than the one in it.";
            case StampDefect.NotForStamps(Missing missing) -> purpose(missing);
            case StampDefect.OutOfDate(var from, var until) ->
                "The certificate of the signer was not valid at that time: it is from %s until %s.".formatted(from, until);
            case StampDefect.NotTrusted(String signer) ->
                "The certificate of the signer (%s) leads to no trusted one.".formatted(signer);
        };
    }

    private static String purpose(Missing missing) {
        return switch (missing) {
            case PURPOSE -> "The certificate of the signer is not for time stamps.";
            case CRITICAL -> "The certificate of the signer is for time stamps, but does not say so as binding (critical).";
            case ALONE -> "The certificate of the signer is for other things than time stamps as well.";
        };
    }

    static Fields of(StampableFile stamped, StampCheck check) {
        Fields.Builder fields = Fields.builder(13)
                .put("holds", Bool.of(check.holds()))
                .put("file", new Text(stamped.path().toString()))
                .put("sha256", new Text(stamped.sha256().toString()));
        check.stamp().ifPresent(stamp -> fields.put("at", new Text(stamp.at().toString()))
                .put("authority", new Text(stamp.authority()))
                .put("policy", new Text(stamp.policy()))
                .put("serial", new Text(stamp.serial().toString()))
                .put("accuracySeconds", stamp.accuracy().<StateValue>map(off -> new Text(seconds(off))).orElse(Null.NULL))
                .put("nonce", stamp.nonce().<StateValue>map(nonce -> new Text(nonce.toString(16))).orElse(Null.NULL))
                .put("existedBefore", check.holds() ? new Text(stamp.existedBefore().toString()) : Null.NULL));
        return fields.put("signer", new Text(word(check.signer())))
                .put(
                        "defects",
                        new Items(check.defects().stream()
                                .<StateValue>map(defect -> new Text(sentence(defect, stamped)))
                                .toList()))
                .build();
    }

    private static String word(StampableFile stamped) {
        return switch (stamped.kind()) {
            case SEAL -> "seal";
            case MANIFEST -> "manifest";
        };
    }

    private static String word(StampCheck.Signer signer) {
        return switch (signer) {
            case StampCheck.Signer.Unchecked() -> "unchecked";
            case StampCheck.Signer.Trusted(_) -> "trusted";
            case StampCheck.Signer.Untrusted() -> "untrusted";
        };
    }

    private static String seconds(Duration off) {
        return BigDecimal.valueOf(off.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
