package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole day of an auditor, on every real store that a server holds: opened by its address with a password from the
/// environment, by an account that may only read.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class AuditorsDayTest {
    /// Whose bodies, order, snapshots and categories are the oddest; of these every paper is made.
    /// One store with an order of its own and one without, and one on the other server.
    private static final Set<String> IN_FULL = Set.of("message-db", "cqrs-es", "resolve-mysql");

    /// The others in short, one of so many: what an edit does to a seal is shown for every layout elsewhere.
    private static final int ONE_OF = 3;

    private final ReviewedServers servers = new ReviewedServers();

    private Path scratch = Path.of("");
    private Optional<OwnAuthority> authority = Optional.empty();

    static List<ReviewedStore> inFull() {
        return ReviewedStore.all().stream().filter(one -> IN_FULL.contains(one.store().folder())).toList();
    }

    static List<ReviewedStore> inShort() {
        List<ReviewedStore> others =
                ReviewedStore.all().stream().filter(one -> !IN_FULL.contains(one.store().folder())).toList();
        return IntStream.range(0, others.size()).filter(i -> i % ONE_OF == 0).mapToObj(others::get).toList();
    }

    @BeforeAll
    void has_room(@TempDir Path folder) throws IOException {
        scratch = folder;
        authority = OwnAuthority.isPossible(folder) ? Optional.of(OwnAuthority.in(Files.createDirectory(folder.resolve("authority")))) : Optional.empty();
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    /// One store after the other: a server counts for all of them what is written.
    @ParameterizedTest
    @MethodSource("inFull")
    @Execution(ExecutionMode.SAME_THREAD)
    void a_whole_review_is_held_against_the_store_and_the_store_is_left_alone(ReviewedStore reviewed) throws IOException, SQLException {
        ReviewDay day = begun(reviewed);
        String before = servers.written(reviewed.store());

        day.marks();
        day.reports("csv,json,html,xlsx");
        assertThat(day.secondRuns()).allSatisfy((template, outcome) -> assertThat(outcome).as(template).isEqualTo("identical"));
        Path capsule = day.capsule();
        day.answersAsTheStore(capsule);
        day.masks();
        Path seal = day.seal();
        authority.ifPresent(day::stamp);
        assertThat(day.verdict(seal).get("unchanged").asBoolean()).isTrue();
        assertThat(servers.written(reviewed.store())).isEqualTo(before);

        servers.edit(reviewed, day.event());
        String edited = servers.written(reviewed.store());
        assertThat(edited).isNotEqualTo(before);

        List<String> invalid = day.invalidMarks();
        assertThat(invalid).hasSize(4).allMatch(row -> row.contains(day.event().stream()));
        assertThat(invalid.stream().filter(row -> row.contains(",changed,data,event,"))).hasSize(3);
        assertThat(invalid.stream().filter(row -> row.contains(",changed,events,stream,"))).hasSize(1);
        isNamed(day, day.verdict(seal));
        assertThat(day.secondRuns().get("stream")).contains("stream-events.csv", day.event().amount(), day.event().otherAmount());
        assertThat(day.invalidMarks(capsule)).isEmpty();
        assertThat(servers.written(reviewed.store())).isEqualTo(edited);
        tellsNoPassword(day);
    }

    @ParameterizedTest
    @MethodSource("inShort")
    @Execution(ExecutionMode.SAME_THREAD)
    void an_edited_event_is_named_by_mark_and_seal_and_is_in_the_capsule_as_it_was(ReviewedStore reviewed)
            throws IOException, SQLException {
        ReviewDay day = begun(reviewed);
        String before = servers.written(reviewed.store());
        day.mark();
        Path capsule = day.capsule();
        Path seal = day.seal();
        assertThat(servers.written(reviewed.store())).isEqualTo(before);

        servers.edit(reviewed, day.event());

        // where a system keeps both in one column, the metadata change with the data
        assertThat(day.invalidMarks()).singleElement().asString()
                .matches(".*,changed,(data|\"data, metadata\"),event,.*")
                .contains(day.event().stream());
        isNamed(day, day.verdict(seal));
        assertThat(day.invalidMarks(capsule)).isEmpty();
        tellsNoPassword(day);
    }

    private ReviewDay begun(ReviewedStore reviewed) throws IOException, SQLException {
        String location = servers.lay(reviewed.store());
        return new ReviewDay(location, reviewed, Files.createDirectory(scratch.resolve(reviewed.store().label())));
    }

    private static void isNamed(ReviewDay day, JsonNode verdict) {
        assertThat(verdict.get("unchanged").asBoolean()).isFalse();
        assertThat(verdict.get("differences")).singleElement().satisfies(difference -> {
            assertThat(difference.get("stream").asText()).isEqualTo(day.event().stream());
            assertThat(difference.get("kind").asText()).isEqualTo("changed");
            if (!day.event().version().isEmpty()) {
                assertThat(difference.get("version").asText()).isEqualTo(day.event().version());
            }
        });
    }

    /// Not as it is, not in other words; neither in what was said nor in any file.
    private void tellsNoPassword(ReviewDay day) throws IOException {
        String all = day.said() + Unpacked.textOf(day.file(""));
        byte[] password = ReviewedServers.PASSWORD.getBytes(StandardCharsets.UTF_8);
        assertThat(all)
                .doesNotContain(ReviewedServers.PASSWORD)
                .doesNotContain(ReviewedServers.PASSWORD.replace("/", "\\/"))
                .doesNotContain("Sturm-7%2Aund%2FDrang%3F")
                .doesNotContain("Sturm-7*und%2FDrang%3F")
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(password))
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(password));
        assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain(HexFormat.of().formatHex(password));
    }
}
