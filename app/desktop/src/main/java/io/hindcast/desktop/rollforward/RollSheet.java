package io.hindcast.desktop.rollforward;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.desktop.rollforward.RollModel.Answer;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.population.RollPeriod;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A roll-forward as sheets: all streams together, and each by itself. Columns and lines are named as on the command line.
final class RollSheet {
    private RollSheet() {}

    static SheetExport.Content of(Answer answer) {
        return new SheetExport.Content(
                "roll-forward " + answer.question().category(),
                about(answer),
                List.of(
                        new SheetTable("All", columns("currency"), answer.roll().lines().stream().flatMap(line -> rows(line, List.of()))),
                        new SheetTable(
                                "By stream",
                                columns("stream", "currency"),
                                answer.streams().stream()
                                        .flatMap(one -> one.lines().stream()
                                                .flatMap(line -> rows(line, List.of(new Text(one.stream()))))))));
    }

    private static Map<String, String> about(Answer answer) {
        var about = new LinkedHashMap<String, String>();
        about.put("category", answer.question().category());
        about.put("fold", answer.question().fold().name());
        about.put("field", answer.question().field().toString());
        about.put("from", answer.fromText());
        about.put("to", answer.toText());
        switch (answer.question().period()) {
            case RollPeriod.Recorded _ -> about.put("clock", "recorded");
            case RollPeriod.Effective effective -> {
                about.put("clock", "effective");
                about.put("recordedUpTo", effective.believed().toString());
            }
        }
        about.put("tiesOut", Boolean.toString(answer.roll().tiesOut()));
        about.put("complete", Boolean.toString(answer.roll().population().isComplete()));
        about.put("streams", Long.toString(answer.roll().population().aggregates()));
        about.put("streamsListed", Integer.toString(answer.streams().size()));
        about.put("streamsThatMoved", Long.toString(answer.allStreams()));
        return about;
    }

    private static List<SheetColumn> columns(String... first) {
        return Stream.concat(Stream.of(first), Stream.of("line", "events", "amount")).map(SheetColumn::of).toList();
    }

    private static Stream<List<StateValue>> rows(RollLine line, List<StateValue> first) {
        var rows = new ArrayList<List<StateValue>>();
        rows.add(row(first, line, "opening", Null.NULL, line.opening()));
        line.movements().forEach(one -> rows.add(row(first, line, one.type(), Num.of(one.events()), one.amount())));
        rows.add(row(first, line, "closing", Null.NULL, line.closing()));
        if (line.difference().signum() != 0) {
            rows.add(row(first, line, "DIFFERENCE", Null.NULL, line.difference()));
        }
        return rows.stream();
    }

    private static List<StateValue> row(List<StateValue> first, RollLine line, String what, StateValue events, Num amount) {
        var row = new ArrayList<>(first);
        row.addAll(List.of(new Text(line.currency()), new Text(what), events, Num.of(amount.value())));
        return row;
    }
}
