package io.hindcast.audit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.audit.publish.ReportRun.Published;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.Template;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRunTest {
    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    private static ReportQuestion integrity() {
        return new ReportQuestion(
                Template.INTEGRITY, "", "", "head", "", "", "", "", List.of(), List.of(), List.of(), ZoneOffset.UTC);
    }

    private static ReportRun run(Folder.Opening opening) {
        return new ReportRun(
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), "auditor", new Tool("Hindcast", "test", ""), opening);
    }

    private Published publish(OpenStore store, ReportRun run, String folder) {
        var formats = new ReportFormats(List.of());
        var edition = new Edition(
                place.resolve(folder), "integrity", formats.evidence(), formats.evidence(), Cover.EMPTY, ZoneOffset.UTC, 10, false);
        return run.publish(
                store,
                new FoldUsed(new MergeFold(), "merge fold", Optional.empty()),
                integrity(),
                Map.of(),
                edition,
                Progress.SILENT,
                Cancellation.never());
    }

    @Test
    void what_a_store_gains_while_the_report_is_made_is_not_in_it() {
        List<Event> events = new ArrayList<>(Events.sound(300));
        List<Event> quiet = List.copyOf(events);
        publish(MemorySource.store(quiet), run(Files::newOutputStream), "quiet");
        var source = MemorySource.of(events).inPagesOf(50);
        OpenStore grows = source.opened();
        grows.buildIndex(Progress.SILENT, Cancellation.never());
        long next = events.size() + 1L;
        source.telling(() -> events.add(Events.sound("late", next + events.size(), next + events.size())));

        publish(grows, run(Files::newOutputStream), "growing");

        assertThat(events).hasSizeGreaterThan(quiet.size());
        assertThat(place.resolve("growing/integrity.json"))
                .hasSameBinaryContentAs(place.resolve("quiet/integrity.json"));
    }

    @Test
    void a_disk_that_fills_up_leaves_no_file_under_a_final_name() throws IOException {
        var store = MemorySource.store(Events.sound(50));
        ReportRun full = run(file -> new FullDisk(Files.newOutputStream(file), 600));

        assertThatThrownBy(() -> publish(store, full, "out"))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining("No space left")
                .hasMessageContaining("Nothing was left under a final name");
        assertThat(place.resolve("out")).isEmptyDirectory();
    }

    @Test
    void findings_are_told_by_the_run_and_counted_in_the_manifest() throws IOException {
        List<Event> events = Events.with(Events.sound(50), 20, event -> Events.version(event, 900));

        Published published = publish(MemorySource.store(events), run(Files::newOutputStream), "out");

        assertThat(published.hasFindings()).isTrue();
        assertThat(published.manifest()).content().contains("\"version-gaps\": ").contains("\"headersSha256\": ");
    }

    /// Takes so many bytes and no more.
    private static final class FullDisk extends FilterOutputStream {
        private int room;

        FullDisk(OutputStream file, int room) {
            super(file);
            this.room = room;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, offset, length);
        }
    }
}
