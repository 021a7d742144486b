package io.hindcast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StoreOpener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenVerbTest {
    private final List<Window.Wish> wished = new ArrayList<>();
    private final StringWriter said = new StringWriter();

    @TempDir
    Path scratch = Path.of("");

    private int run(String... words) {
        var terminal = new Terminal(
                new PrintWriter(new StringWriter()), new PrintWriter(said), false, _ -> Optional.empty(), _ -> Optional.empty());
        Window window = wish -> {
            wished.add(wish);
            return ExitCode.DONE;
        };
        var house = new House(
                Closed::new,
                new FoldFinder(List.of()),
                window,
                new ReportDesk(
                        new ReportFormats(List.of()),
                        new ReportRun(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), "tester", Tool.ofThis())),
                Optional::empty,
                new Journals(scratch, InstantSource.fixed(Instant.EPOCH), "tester"),
                terminal);
        return Cli.run(house, words);
    }

    @Test
    void a_link_opens_its_store_at_its_look() {
        int code = run("open", "hindcast://store/%2Fdata%2Fledger.db/stream/account-1?at=v3&zone=Europe/Zurich");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(wished.getFirst().request().map(OpenRequest::location)).contains(new Location("/data/ledger.db"));
        StoreLook look = wished.getFirst().look().orElseThrow();
        assertThat(look.stream()).contains("account-1");
        assertThat(look.at()).contains(new Moment.AtVersion(3));
        assertThat(look.zone()).contains(ZoneId.of("Europe/Zurich"));
        assertThat(wished.getFirst().zone()).isEmpty();
    }

    @Test
    void a_path_is_no_link() {
        run("open", "hindcast.db", "--zone", "Europe/Zurich");

        assertThat(wished.getFirst().look()).isEmpty();
        assertThat(wished.getFirst().zone()).contains(ZoneId.of("Europe/Zurich"));
    }

    @Test
    void a_broken_link_is_wrong_usage_and_opens_nothing() {
        int code = run("open", "hindcast://store/a.db?asOf=v1");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).isEqualToIgnoringNewLines("This program knows nothing called “asOf” in a link.");
        assertThat(wished).isEmpty();
    }

    @Test
    void a_password_in_a_link_is_refused_and_not_repeated() {
        int code = run("open", "hindcast://store/postgres:%2F%2Fada:geheim@host%2Fbank");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("password").doesNotContain("geheim");
        assertThat(wished).isEmpty();
    }

    @Test
    void what_a_link_says_cannot_be_said_otherwise_beside_it() {
        assertThat(run("open", "hindcast://store/a.db", "--stream", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("leave --stream, --at and --zone out");
        assertThat(wished).isEmpty();
    }

    @Test
    void a_window_comes_back_as_it_was_left_unless_it_is_to_be_fresh_or_of_another_size() {
        run("open", "a.db");
        run("open", "a.db", "--fresh");
        run("open", "a.db", "--size", "1200x800");

        assertThat(wished).extracting(Window.Wish::fresh).containsExactly(false, true, false);
        assertThat(wished).extracting(Window.Wish::sized).containsExactly(false, false, true);
        assertThat(wished).extracting(Window.Wish::width).containsExactly(1440, 1440, 1200);
    }

    @Test
    void other_verbs_say_that_a_link_is_for_the_window() {
        assertThat(run("streams", "hindcast://store/a.db")).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("hindcast open LINK");
    }

    /// Only the window opens stores here.
    private record Closed() implements StoreOpener {
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
            throw new IllegalStateException("only the window opens stores here");
        }
    }
}
