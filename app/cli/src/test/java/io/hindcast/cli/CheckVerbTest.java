package io.hindcast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StoreOpener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `hindcast check` in every format, and each way in which it ends.
class CheckVerbTest {
    private static final Instant NOW = Instant.parse("2026-04-07T08:00:00Z");
    private static final List<Long> SOUND = List.of(1L, 2L, 3L);
    private static final List<Long> GAP = List.of(1L, 2L, 4L);

    @TempDir
    Path scratch = Path.of("");

    @Test
    void a_sound_store_ends_with_0_and_its_checks_stand_in_a_table() {
        Answer answer = check(SOUND, "-o", "table");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines().findFirst().orElseThrow()).contains("check", "severity", "standing", "findings", "about");
        assertThat(answer.out()).containsPattern("version-gaps +defect +clean +0");
        assertThat(answer.err()).contains("Scanned 3 of 3 events in 1 streams, 0 unreadable: 0 defects");
    }

    @Test
    void a_gap_ends_with_1_and_is_named_in_every_format() {
        assertThat(check(GAP, "-o", "table", "--findings").out()).containsPattern("version-gaps +defect +account-1 +4");
        assertThat(check(GAP, "-o", "csv").out()).contains("check,severity,stream,version").contains("\nversion-gaps,defect,account-1,4,");
        assertThat(check(GAP, "-o", "json").out())
                .startsWith("{")
                .containsPattern("\"check\": ?\"version-gaps\"")
                .containsPattern("\"complete\": ?true");
        assertThat(check(GAP, "-o", "ndjson").out().lines().toList())
                .anySatisfy(line -> assertThat(line).startsWith("{").contains("version-gaps", "account-1").endsWith("}"));
        assertThat(check(GAP).code()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void one_check_can_be_printed_alone_and_then_decides_alone() {
        Answer others = check(GAP, "-o", "csv", "--check", "duplicate-versions");

        assertThat(others.code()).as(others.err()).isEqualTo(ExitCode.DONE);
        assertThat(others.out()).doesNotContain("version-gaps");
    }

    @Test
    void what_cannot_be_meant_ends_with_2() {
        assertThat(check(SOUND, "--check", "gaps"))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(answer -> assertThat(answer.err()).contains("There is no check gaps; there are version-gaps"));
        assertThat(check(SOUND, "--late-commit", "10").err()).contains("10 is no span of time");
        assertThat(check(SOUND, "--late-days", "-1").err()).contains("--late-days cannot be negative");
    }

    @Test
    void a_store_that_refuses_ends_with_3() {
        Answer answer = run(() -> {
            throw new ConnectorException(ConnectorException.Kind.AUTHENTICATION, "The store refused these credentials.");
        });

        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("The store refused these credentials.");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void a_connection_that_is_lost_on_the_way_ends_with_4() {
        Answer answer = run(() -> new OneAccount(GAP, true).opened());

        assertThat(answer.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.err()).contains("Checking stopped: the connection was lost");
    }

    private record Answer(int code, String out, String err) {}

    private Answer check(List<Long> versions, String... more) {
        return run(() -> new OneAccount(versions, false).opened(), more);
    }

    private Answer run(Supplier<OpenStore> store, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), false, _ -> Optional.empty(), _ -> Optional.empty());
        var words = new ArrayList<>(List.of("check", "fake"));
        words.addAll(List.of(more));
        var house = new House(
                () -> new Opener(store),
                new FoldFinder(List.of()),
                _ -> 0,
                new ReportDesk(
                        new ReportFormats(List.of()),
                        new ReportRun(Clock.fixed(NOW, ZoneOffset.UTC), "auditor", new Tool("Hindcast", "test", ""))),
                Optional::empty,
                new Journals(scratch, InstantSource.fixed(NOW), "auditor"),
                terminal);
        return new Answer(Cli.run(house, words.toArray(String[]::new)), out.toString(), err.toString());
    }

    private record Opener(Supplier<OpenStore> store) implements StoreOpener {
        @Override
        public List<Installed> connectors() {
            return List.of();
        }

        @Override
        public Optional<Connector> connectorFor(Location location) {
            return Optional.empty();
        }

        @Override
        public OpenStore open(OpenRequest request) {
            return store.get();
        }
    }
}
