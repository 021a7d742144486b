package io.hindcast.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.audit.seal.Hash;
import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampDefect;
import io.hindcast.audit.timestamp.StampDefect.NotForStamps;
import io.hindcast.audit.timestamp.StampDefect.NotForStamps.Missing;
import io.hindcast.audit.timestamp.TimeStamp;
import io.hindcast.audit.timestamp.TimeStamping;
import io.hindcast.audit.timestamp.TimeStamping.TrustedFile;
import io.hindcast.audit.timestamp.UnreadableStamp;
import io.hindcast.event.ByteSlice;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;

/// An authority in memory stamps; every part that somebody might alter is altered.
class Rfc3161Test {
    private static final TimeStamping STAMPING = new Rfc3161();
    private static final Hash SEAL = Hash.of("{\"format\": \"hindcast-seal/1\"}\n".getBytes(StandardCharsets.UTF_8));
    private static final BigInteger NONCE = new BigInteger("434dba8b16a1b380", 16);
    private static final byte[] REQUEST = STAMPING.request(SEAL, Optional.of(NONCE));

    private static final Authority ROOT = Authority.root("Test Root");
    private static final Authority STAMPER = ROOT.stamps("Test Stamper");

    @Test
    void a_request_is_byte_for_byte_what_openssl_writes() {
        // openssl ts -query -data seal.json -sha256 -cert -no_nonce, by OpenSSL 3.0.19; and the same with a nonce
        assertThat(HexFormat.of().formatHex(STAMPING.request(SEAL, Optional.empty())))
                .isEqualTo("30390201013031300d0609608648016503040201050004203047c9d2a7e6835937bd13df039639f8"
                        + "9d25781cd7cbab2985b4f41c9b423dec0101ff");
        assertThat(HexFormat.of().formatHex(REQUEST))
                .isEqualTo("30430201013031300d0609608648016503040201050004203047c9d2a7e6835937bd13df039639f8"
                        + "9d25781cd7cbab2985b4f41c9b423dec0208434dba8b16a1b3800101ff");
    }

    @Test
    void a_token_of_a_trusted_authority_says_who_stamped_and_when() {
        StampCheck check = check(STAMPER.answer(REQUEST, Authority.NOON), ROOT);

        assertThat(check.defects()).isEmpty();
        assertThat(check.stamp())
                .contains(new TimeStamp(
                        Authority.NOON,
                        "CN=Test Stamper",
                        "1.2.3.4.1",
                        BigInteger.valueOf(17),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(NONCE)));
        assertThat(check.stamp().orElseThrow().existedBefore()).isEqualTo(Authority.NOON.plusSeconds(1));
        assertThat(check.signer()).isEqualTo(new StampCheck.Signer.Trusted("CN=Test Root"));
    }

    @Test
    void the_bare_token_counts_as_much_as_the_whole_answer() throws Exception {
        byte[] bare = new TimeStampResponse(STAMPER.answer(REQUEST, Authority.NOON))
                .getTimeStampToken()
                .getEncoded();

        assertThat(check(bare, ROOT).holds()).isTrue();
    }

    @Test
    void without_anything_trusted_the_signer_is_said_to_be_unchecked() {
        StampCheck check = check(STAMPER.answer(REQUEST, Authority.NOON));

        assertThat(check.holds()).isTrue();
        assertThat(check.signer()).isEqualTo(new StampCheck.Signer.Unchecked());
    }

    @Test
    void a_chain_over_an_authority_between_leads_to_the_root() {
        Authority deep = ROOT.issues("Between").stamps("Deep Stamper");

        StampCheck check = check(deep.answer(REQUEST, Authority.NOON), ROOT);

        assertThat(check.defects()).isEmpty();
        assertThat(check.signer()).isEqualTo(new StampCheck.Signer.Trusted("CN=Test Root"));
    }

    @Test
    void the_certificate_of_the_signer_itself_may_be_trusted() {
        StampCheck check = check(STAMPER.answer(REQUEST, Authority.NOON), STAMPER);

        assertThat(check.signer()).isEqualTo(new StampCheck.Signer.Trusted("CN=Test Stamper"));
        assertThat(check.holds()).isTrue();
    }

    @Test
    void a_token_without_certificates_needs_the_signers_among_the_trusted() {
        byte[] token = ROOT.stamps("Silent").withoutCertificates().answer(REQUEST, Authority.NOON);

        assertThat(check(token, ROOT).defects()).containsExactly(new StampDefect.NoCertificate());

        Authority silent = ROOT.stamps("Silent").withoutCertificates();
        assertThat(check(silent.answer(REQUEST, Authority.NOON), silent, ROOT).holds()).isTrue();
    }

    @Test
    void a_token_of_another_file_proves_nothing_about_this_one() {
        Hash other = Hash.of(new byte[] {1});
        byte[] request = STAMPING.request(other, Optional.empty());

        StampCheck check =
                STAMPING.check(STAMPER.answer(request, Authority.NOON), SEAL, Optional.of(request), trusted(ROOT));

        assertThat(check.defects())
                .containsExactly(new StampDefect.OtherFile(other.toString()), new StampDefect.RequestOfOtherFile());
    }

    @Test
    void a_token_over_another_kind_of_hash_proves_nothing() throws Exception {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] request = generator
                .generate(TSPAlgorithms.SHA512, MessageDigest.getInstance("SHA-512").digest())
                .getEncoded();

        StampCheck check =
                STAMPING.check(STAMPER.answer(request, Authority.NOON), SEAL, Optional.empty(), trusted(ROOT));

        assertThat(check.defects()).containsExactly(new StampDefect.OtherKindOfHash("2.16.840.1.101.3.4.2.3"));
    }

    @Test
    void an_old_answer_does_not_repeat_the_nonce() {
        byte[] again = STAMPING.request(SEAL, Optional.of(BigInteger.TWO));
        byte[] without = STAMPING.request(SEAL, Optional.empty());

        for (byte[] asked : List.of(again, without)) {
            StampCheck check =
                    STAMPING.check(STAMPER.answer(asked, Authority.NOON), SEAL, Optional.of(REQUEST), trusted(ROOT));
            assertThat(check.defects()).containsExactly(new StampDefect.OtherNonce());
        }
    }

    @Test
    void an_altered_time_is_not_what_was_signed() {
        byte[] token = replaced(STAMPER.answer(REQUEST, Authority.NOON), "20260630120000Z", "20260430120000Z");

        StampCheck check = check(token, ROOT);

        assertThat(check.stamp().orElseThrow().at()).isEqualTo(Instant.parse("2026-04-30T12:00:00Z"));
        assertThat(check.defects()).containsExactly(new StampDefect.Altered());
    }

    @Test
    void an_altered_imprint_is_not_what_was_signed() {
        Hash other = Hash.of(new byte[] {1});
        byte[] token = STAMPER.answer(REQUEST, Authority.NOON);
        byte[] altered = replaced(token, bytes(SEAL), bytes(other));

        StampCheck check = STAMPING.check(altered, other, Optional.empty(), trusted(ROOT));

        assertThat(check.defects()).containsExactly(new StampDefect.Altered());
    }

    @Test
    void an_altered_signature_is_none() {
        byte[] token = STAMPER.answer(REQUEST, Authority.NOON);
        token[token.length - 1] ^= 1;

        assertThat(check(token, ROOT).defects()).containsExactly(new StampDefect.WrongSignature());
    }

    @Test
    void a_signature_of_another_key_does_not_fit_the_certificate() {
        Authority forger = Authority.root("Forger").stamps("Test Stamper");
        byte[] token = forger.answer(REQUEST, Authority.NOON, STAMPER.certificate(), STAMPER.certificate());

        assertThat(check(token, ROOT).defects()).containsExactly(new StampDefect.WrongSignature());
    }

    @Test
    void a_certificate_put_in_place_of_the_signers_is_noticed() {
        Authority sameName = ROOT.stamps("Test Stamper");
        byte[] token = STAMPER.answer(REQUEST, Authority.NOON, STAMPER.certificate(), sameName.certificate());

        assertThat(check(token, ROOT).defects())
                .containsExactly(new StampDefect.OtherCertificate(), new StampDefect.WrongSignature());
    }

    @Test
    void an_authority_that_nobody_trusts_is_named() {
        Authority stranger = Authority.root("Test Root").stamps("Stranger");

        StampCheck check = check(stranger.answer(REQUEST, Authority.NOON), ROOT);

        assertThat(check.defects()).containsExactly(new StampDefect.NotTrusted("CN=Stranger"));
        assertThat(check.signer()).isEqualTo(new StampCheck.Signer.Untrusted());
    }

    @Test
    void a_certificate_that_had_run_out_when_it_stamped_is_refused() {
        Instant spring = Instant.parse("2026-03-01T00:00:00Z");
        Authority old = ROOT.stamps("Old Stamper", true, spring, KeyPurposeId.id_kp_timeStamping);

        StampCheck check = check(old.answer(REQUEST, Authority.NOON), ROOT);

        assertThat(check.defects()).containsExactly(new StampDefect.OutOfDate(Authority.FROM, spring));
    }

    @Test
    void a_certificate_that_ran_out_later_stays_good_for_what_it_stamped_before() {
        Instant spring = Instant.parse("2026-03-01T00:00:00Z");
        Authority old = ROOT.stamps("Old Stamper", true, spring, KeyPurposeId.id_kp_timeStamping);

        assertThat(check(old.answer(REQUEST, spring.minusSeconds(60)), ROOT).holds()).isTrue();
    }

    @Test
    void a_certificate_has_to_be_for_time_stamps_and_for_nothing_else() {
        Authority forMail = ROOT.stamps("Mail", true, Authority.UNTIL, KeyPurposeId.id_kp_emailProtection);
        Authority notBinding = ROOT.stamps("Loose", false, Authority.UNTIL, KeyPurposeId.id_kp_timeStamping);
        Authority both = ROOT.stamps(
                "Both", true, Authority.UNTIL, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection);
        Authority without = ROOT.issues("Without");

        assertThat(purpose(forMail)).isEqualTo(Missing.PURPOSE);
        assertThat(purpose(notBinding)).isEqualTo(Missing.CRITICAL);
        assertThat(purpose(both)).isEqualTo(Missing.ALONE);
        assertThat(purpose(without)).isEqualTo(Missing.PURPOSE);
    }

    private static Missing purpose(Authority wrong) {
        StampCheck check = check(wrong.answerByAnyMeans(REQUEST, Authority.NOON, STAMPER), ROOT);
        assertThat(check.signer()).isEqualTo(new StampCheck.Signer.Trusted("CN=Test Root"));
        return check.defects().stream()
                .map(NotForStamps.class::cast)
                .map(NotForStamps::missing)
                .toList()
                .getFirst();
    }

    @Test
    void a_refusal_is_told_in_the_authoritys_words() {
        byte[] refusal = STAMPER.refusal(2, PKIFailureInfo.badAlg, "no \u202ethanks");

        assertThat(check(refusal, ROOT).defects())
                .containsExactly(
                        new StampDefect.Refused("rejection", "the kind of hash is not accepted; no \\u202ethanks"));
        assertThat(check(refusal, ROOT).stamp()).isEmpty();
    }

    @Test
    void files_that_are_none_are_told_apart() {
        byte[] token = STAMPER.answer(REQUEST, Authority.NOON);
        byte[] text = "no stamp".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> check(text, ROOT)).isInstanceOf(UnreadableStamp.class).hasMessageContaining("no time stamp");
        assertThatThrownBy(() -> check(REQUEST, ROOT)).isInstanceOf(UnreadableStamp.class);
        assertThatThrownBy(() -> check(new byte[0], ROOT)).isInstanceOf(UnreadableStamp.class);
        assertThatThrownBy(() -> STAMPING.check(token, SEAL, Optional.of(text), List.of()))
                .isInstanceOf(UnreadableStamp.class)
                .hasMessage("The request is no time-stamp request.");
        assertThatThrownBy(() -> STAMPING.check(token, SEAL, Optional.empty(), List.of(new TrustedFile("a.pem", ByteSlice.of(text)))))
                .isInstanceOf(UnreadableStamp.class)
                .hasMessage("a.pem holds no certificate, neither as PEM nor as DER.");
    }

    @Test
    void no_altered_byte_gets_through_and_none_makes_it_fall_over() throws Exception {
        byte[] whole = STAMPER.answer(REQUEST, Authority.NOON);
        byte[] signed = signedPart(whole);
        int begin = indexOf(whole, signed);
        var random = new SplittableRandom(20261121);
        for (int round = 0; round < 600; round++) {
            byte[] altered = whole.clone();
            int at = random.nextInt(altered.length);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            boolean holds = holds(altered);
            if (at >= begin && at < begin + signed.length) {
                assertThat(holds).as("bit of byte %d, seed 20261121", at).isFalse();
            }
        }
    }

    @Test
    void a_cut_file_is_no_time_stamp() {
        byte[] whole = STAMPER.answer(REQUEST, Authority.NOON);
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> check(cut, ROOT)).isInstanceOf(UnreadableStamp.class);
        }
    }

    private static boolean holds(byte[] token) {
        try {
            return check(token, ROOT).holds();
        } catch (UnreadableStamp _) {
            return false;
        }
    }

    private static byte[] signedPart(byte[] answer) throws Exception {
        CMSSignedData signed = new TimeStampResponse(answer).getTimeStampToken().toCMSSignedData();
        return (byte[]) signed.getSignedContent().getContent();
    }

    private static StampCheck check(byte[] token, Authority... trusted) {
        return STAMPING.check(token, SEAL, Optional.of(REQUEST), trusted(trusted));
    }

    private static List<TrustedFile> trusted(Authority... authorities) {
        return Stream.of(authorities)
                .map(one -> new TrustedFile("trusted.pem", ByteSlice.of(one.pem())))
                .toList();
    }

    private static byte[] bytes(Hash hash) {
        return HexFormat.of().parseHex(hash.toString());
    }

    private static byte[] replaced(byte[] in, String old, String fresh) {
        return replaced(in, old.getBytes(StandardCharsets.US_ASCII), fresh.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] replaced(byte[] in, byte[] old, byte[] fresh) {
        byte[] out = in.clone();
        System.arraycopy(fresh, 0, out, indexOf(in, old), fresh.length);
        return out;
    }

    private static int indexOf(byte[] in, byte[] part) {
        for (int at = 0; at + part.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }
}
