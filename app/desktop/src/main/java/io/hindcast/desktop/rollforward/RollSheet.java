package io.hindcast.desktop.rollforward;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.rollforward.RollModel.Answer;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.population.RollPeriod;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Num;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A roll-forward as sheets: all streams together, and each by itself. Columns and lines are named as on the command line.
final class RollSheet {
    private RollSheet() {}

    static SheetExport.Content of(Answer answer, Masks masks) {
        return new SheetExport.Content(
                "roll-forward " + answer.question().category(),
                about(answer),
                List.of(
                        new SheetTable("All", columns("currency"), answer.roll().lines().stream().flatMap(line -> rows(answer, masks, line, ""))),
                        new SheetTable(
                                "By stream",
                                columns("stream", "currency"),
                                answer.streams().stream()
                                        .flatMap(one -> one.lines().stream()
                                                .flatMap(line -> rows(answer, masks, line, one.stream()))))));
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

    /// The number as it may be shown; of all streams together where `stream` is "".
    static Shown amount(Answer answer, Masks masks, String stream, Num amount) {
        Num plain = Num.of(amount.value());
        return stream.isEmpty()
                ? masks.totalAt(answer.question().category(), answer.question().field(), plain)
                : masks.stateAt(stream, answer.question().field(), plain);
    }

    private static Stream<List<Shown>> rows(Answer answer, Masks masks, RollLine line, String stream) {
        var rows = new ArrayList<List<Shown>>();
        OptionalLong none = OptionalLong.empty();
        rows.add(row(answer, masks, line, stream, "opening", none, line.opening()));
        line.movements()
                .forEach(one -> rows.add(
                        row(answer, masks, line, stream, one.type(), OptionalLong.of(one.events()), one.amount())));
        rows.add(row(answer, masks, line, stream, "closing", none, line.closing()));
        if (line.difference().signum() != 0) {
            rows.add(row(answer, masks, line, stream, "DIFFERENCE", none, line.difference()));
        }
        return rows.stream();
    }

    private static List<Shown> row(
            Answer answer, Masks masks, RollLine line, String stream, String what, OptionalLong events, Num amount) {
        var row = new ArrayList<Shown>();
        if (!stream.isEmpty()) {
            row.add(Masks.plain(masks.stream(stream)));
        }
        row.add(Masks.plain(line.currency()));
        row.add(Masks.plain(what));
        row.add(Masks.plain(events));
        row.add(amount(answer, masks, stream, amount));
        return row;
    }
}
