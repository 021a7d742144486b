package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time stamps from the command line, over a token that OpenSSL made (test resources, `stamped`).
class StampVerbsTest {
    private static final List<String> FILES = List.of("golden.seal.json", "golden.tsq", "golden.tsr", "root.pem");

    @TempDir
    Path scratch = Path.of("");

    @BeforeEach
    void copies() throws IOException {
        for (String name : FILES) {
            try (var in = StampVerbsTest.class.getResourceAsStream("/stamped/" + name)) {
                Files.copy(Objects.requireNonNull(in), scratch.resolve(name));
            }
        }
    }

    @Test
    void a_token_says_who_stamped_when_and_what_that_proves() {
        TestHouse.Answer answer = token("--request", file("golden.tsq"), "--trust", file("root.pem"));

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err())
                .contains("Stamped by CN=Golden Stamper at 2026-11-21T11:43:51Z (give or take 1.5 s), policy 1.2.3.4.1, serial number 2.")
                .contains("It proves that this seal existed before 2026-11-21T11:43:52.500Z.")
                .contains("The signer's certificate leads to CN=Golden Root, which is trusted.");
        assertThat(answer.out())
                .contains("\"holds\": true", "\"signer\": \"trusted\"", "\"accuracySeconds\": \"1.5\"", "\"defects\": []");
    }

    @Test
    void without_trust_it_says_that_nobody_vouched_for_the_signer() {
        TestHouse.Answer answer = token();

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).contains("The signer was not checked against anything trusted");
    }

    @Test
    void another_seal_another_request_and_a_stranger_are_told_one_by_one() throws IOException {
        Files.writeString(scratch.resolve("golden.seal.json"), "{\"format\": \"hindcast-seal/1\", \"events\": 1}");
        assertThat(run("seal", "request", file("golden.seal.json")).code()).isEqualTo(ExitCode.DONE);

        TestHouse.Answer answer = token();

        assertThat(answer.code()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.err())
                .contains("The stamp is not of this seal: it is over the SHA-256 3047c9d2")
                .contains("The stamp does not repeat the nonce of the request")
                .doesNotContain("It proves");
        assertThat(answer.out()).contains("\"holds\": false", "\"existedBefore\": null");
    }

    @Test
    void files_that_are_not_what_they_should_be_end_with_exit_code_2() throws IOException {
        Path text = Files.writeString(scratch.resolve("text"), "text");

        assertThat(run("seal", "token", file("golden.seal.json"), text.toString()))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(answer -> assertThat(answer.err()).contains("This is no time stamp"));
        assertThat(run("seal", "token", text.toString(), file("golden.tsr")).err())
                .contains("text is neither a seal nor the manifest of a report.");
        assertThat(token("--trust", text.toString()).err()).contains("text holds no certificate");
        assertThat(token("--request", text.toString()).err()).contains("The request is no time-stamp request.");
        assertThat(run("seal", "token", file("golden.seal.json"), file("none.tsr")).err()).contains("There is no file");
    }

    @Test
    void a_request_is_written_beside_and_never_over_another() {
        TestHouse.Answer answer = run("seal", "request", file("golden.seal.json"), "--no-nonce");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("golden.seal.json.tsq").contains("\"nonce\": null");
        assertThat(scratch.resolve("golden.seal.json.tsq")).hasSize(59);
        assertThat(run("seal", "request", file("golden.seal.json")))
                .satisfies(again -> assertThat(again.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(again -> assertThat(again.err()).contains("--force"));
    }

    @Test
    void a_manifest_of_a_report_is_stamped_in_the_same_way() throws IOException {
        assertThat(run("report", "sample:ledger", "--template", "integrity", "--format", "csv", "--out", scratch.toString()).code())
                .isLessThanOrEqualTo(ExitCode.FOUND);
        try (var files = Files.list(scratch)) {
            Path manifest = files.filter(one -> one.toString().endsWith(".manifest.json")).findFirst().orElseThrow();
            assertThat(run("seal", "request", manifest.toString()).code()).isEqualTo(ExitCode.DONE);
            assertThat(run("seal", "token", manifest.toString(), file("golden.tsr")).err())
                    .contains("The stamp is not of this manifest");
        }
    }

    @Test
    void a_kept_token_is_checked_whenever_its_seal_is() throws IOException {
        assumeTrue(OwnAuthority.isPossible(scratch), "openssl, which stamps here, is not installed");
        OwnAuthority authority = OwnAuthority.in(scratch);
        String seal = file("sample.json");
        run("seal", "sample:ledger", "--out", seal);
        run("seal", "request", seal);
        authority.answer(scratch.resolve("sample.json.tsq"), scratch.resolve("sample.tsr"));

        assertThat(run("seal", "token", seal, file("sample.tsr"), "--keep").err()).contains("Kept as");
        TestHouse.Answer kept = run("seal", "verify", "sample:ledger", seal, "--trust", authority.root().toString());
        TestHouse.Answer stranger = run("seal", "verify", "sample:ledger", seal, "--trust", file("root.pem"));

        assertThat(kept.err()).contains("Unchanged since").contains("It proves that this seal existed before");
        assertThat(kept.out()).contains("\"timeStamp\"").contains("\"signer\": \"trusted\"");
        assertThat(kept.code()).isEqualTo(ExitCode.DONE);
        assertThat(stranger.err()).contains("Unchanged since").contains("leads to no trusted one");
        assertThat(stranger.code()).isEqualTo(ExitCode.FOUND);
    }

    private TestHouse.Answer token(String... more) {
        return run(Stream.concat(Stream.of("seal", "token", file("golden.seal.json"), file("golden.tsr")), Stream.of(more))
                .toArray(String[]::new));
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }

    private static TestHouse.Answer run(String... arguments) {
        return TestHouse.run(List.of(arguments));
    }
}
