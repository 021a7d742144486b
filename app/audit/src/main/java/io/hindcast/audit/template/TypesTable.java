package io.hindcast.audit.template;

import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// The population by event type: how many events lie in the period and how many outside of it, and when those of the period
/// were recorded. From the headers alone.
final class TypesTable {
    private static final int OUTSIDE = 2;

    private static final class Tally {
        long within;
        long outside;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;

        void add(boolean isWithin, long micros) {
            if (!isWithin) {
                outside++;
                return;
            }
            within++;
            if (micros != HeaderIndex.NO_TIME) {
                first = Math.min(first, micros);
                last = Math.max(last, micros);
            }
        }

        void add(Tally other) {
            within += other.within;
            outside += other.outside;
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
        }

        List<StateValue> row(StateValue type) {
            return List.of(
                    type, Num.of(within), Num.of(outside), time(first, Long.MAX_VALUE), time(last, Long.MIN_VALUE));
        }

        private static StateValue time(long micros, long none) {
            return micros == none ? Null.NULL : new Text(Timelines.instant(micros).toString());
        }
    }

    private TypesTable() {}

    static Table of(HeaderIndex index, IntPredicate wanted, Period period) {
        var types = new TreeMap<String, Tally>();
        for (int event = 0; event < index.size(); event++) {
            if (wanted.test(event)) {
                types.computeIfAbsent(index.typeName(index.type(event)), _ -> new Tally())
                        .add(period.includes(event), index.micros(event));
            }
        }
        var all = new Tally();
        types.values().forEach(all::add);
        var rows = new ArrayList<List<StateValue>>();
        types.forEach((type, tally) -> rows.add(tally.row(new Text(type))));
        rows.add(all.row(Null.NULL));
        var columns = new ArrayList<>(List.of(
                Column.of("type", Kind.TEXT),
                Column.of("inScope", Kind.COUNT),
                Column.of("outside", Kind.COUNT),
                Column.of("firstAt", Kind.TIME),
                Column.of("lastAt", Kind.TIME)));
        if (all.outside == 0) {
            columns.remove(OUTSIDE);
            rows.replaceAll(TypesTable::withoutOutside);
        }
        return Table.of("types", columns, rows);
    }

    private static List<StateValue> withoutOutside(List<StateValue> row) {
        var shorter = new ArrayList<>(row);
        shorter.remove(OUTSIDE);
        return shorter;
    }
}
