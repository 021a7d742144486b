package io.hindcast.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkTest {
    @Test
    void a_version_is_marked_at_the_last_event_at_or_before_it() {
        var index = new HeaderIndex();
        var page = new EventPage.Builder(false, 8);
        for (long version : new long[] {10, 11, 13, 14}) {
            page.stream("other", "").type("T").version(version);
            page.endRow();
            page.stream("mine", "").type("T").version(version);
            page.endRow();
        }
        index.append(page.build(new Bookmark("")));
        int mine = index.streamNamed("mine").orElseThrow();

        List<Mark> marks = Mark.atVersions(index, MarkKind.SNAPSHOT, mine, List.of(11L, 12L, 99L, 3L));

        assertThat(marks).extracting(Mark::event).containsExactly(3, 3, 7);
    }
}
