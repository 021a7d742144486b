package io.hindcast.audit.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypesTableTest {
    private static Table table(List<Event> events, Moment to) {
        OpenStore store = MemorySource.store(events);
        store.buildIndex(Progress.SILENT, Cancellation.never());
        HeaderIndex index = store.index();
        return TypesTable.of(index, _ -> true, Period.of(index, Optional.empty(), to));
    }

    private static List<List<StateValue>> rows(Table table) throws IOException {
        var rows = new ArrayList<List<StateValue>>();
        table.rows().each(rows::add);
        return rows;
    }

    @Test
    void types_are_counted_within_and_outside_and_the_last_row_is_their_sum() throws IOException {
        List<Event> events = Events.with(Events.sound(30), 20, event -> Events.type(event, "Withdrawn"));

        Table table = table(events, new Moment.AtInstant(Events.START.plusSeconds(600)));

        assertThat(rows(table))
                .containsExactly(
                        List.of(
                                new Text("Deposited"),
                                Num.of(10),
                                Num.of(19),
                                new Text("2026-01-01T08:01:00Z"),
                                new Text("2026-01-01T08:10:00Z")),
                        List.of(new Text("Withdrawn"), Num.of(0), Num.of(1), Null.NULL, Null.NULL),
                        List.of(
                                Null.NULL,
                                Num.of(10),
                                Num.of(20),
                                new Text("2026-01-01T08:01:00Z"),
                                new Text("2026-01-01T08:10:00Z")));
        assertThat(rows(table)).filteredOn(table::isSum).hasSize(1);
    }

    @Test
    void where_nothing_lies_outside_there_is_no_column_for_it() throws IOException {
        Table table = table(Events.sound(30), Moment.HEAD);

        assertThat(table.columns()).extracting(Column::key).containsExactly("type", "inScope", "firstAt", "lastAt");
        assertThat(rows(table)).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(4));
    }
}
