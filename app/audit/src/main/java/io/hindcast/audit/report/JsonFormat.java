package io.hindcast.audit.report;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One object with the facts, the tables and the states before and after; a row a line. Nothing in it depends on the day,
/// the machine or the language.
///
/// `{"template","subject","hypothetical","facts":{group:{name:value}},"tables":{name:{"columns":[…],"count":n,"rows":[[…]]}},
/// "evidence":[{"event","fields":[{"path","before","after","changed"}],"fieldsLeftOut"}]}`
public final class JsonFormat implements ReportFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public boolean isEvidence() {
        return true;
    }

    @Override
    public void write(Report report, Rendering rendering, Outputs outputs) throws IOException {
        String name = rendering.base() + ".json";
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(outputs.create(name, "application/json"), StandardCharsets.UTF_8))) {
            writer.write("{\n\"template\": " + StateText.quoted(report.template()));
            writer.write(",\n\"subject\": " + StateText.quoted(report.subject()));
            writer.write(",\n\"hypothetical\": " + report.isHypothetical());
            writer.write(",\n\"facts\": " + StateText.pretty(facts(report)));
            writer.write(",\n\"tables\": {");
            String comma = "\n";
            for (Table table : report.tables()) {
                writer.write(comma);
                write(table, writer);
                comma = ",\n";
            }
            writer.write("\n},\n\"evidence\": ");
            writer.write(StateText.pretty(new Items(
                    report.evidence().stream().map(JsonFormat::evidence).toList())));
            writer.write("\n}\n");
        }
    }

    private static Fields facts(Report report) {
        Fields all = Fields.EMPTY;
        for (Block.Facts group : report.facts()) {
            Fields here = Fields.EMPTY;
            for (Fact fact : group.facts()) {
                here = here.with(fact.key(), orNull(fact.value()));
            }
            all = all.with(group.key(), here);
        }
        return all;
    }

    private static void write(Table table, Writer writer) throws IOException {
        List<StateValue> names = table.columns().stream()
                .<StateValue>map(column -> new Text(column.key()))
                .toList();
        writer.write(StateText.quoted(table.key()) + ": {\"columns\": " + StateText.compact(new Items(names)));
        writer.write(", \"count\": " + table.rows().count() + ", \"rows\": [");
        var separator = new Separator();
        table.rows().each(CsvFormat.unchecked(cells -> {
            writer.write(separator.next());
            StateText.write(new Items(cells), writer, false);
        }));
        writer.write("\n]}");
    }

    private static final class Separator {
        private String next = "\n";

        String next() {
            String now = next;
            next = ",\n";
            return now;
        }
    }

    private static StateValue evidence(StateEvidence evidence) {
        List<StateValue> lines = evidence.lines().stream()
                .<StateValue>map(line -> Fields.of("path", new Text(line.path()))
                        .with("before", orNull(line.before()))
                        .with("after", orNull(line.after()))
                        .with("changed", Bool.of(line.isChanged())))
                .toList();
        return Fields.of("event", new Text(evidence.name()))
                .with("fields", new Items(lines))
                .with("fieldsLeftOut", Num.of(evidence.more()));
    }

    private static StateValue orNull(StateValue value) {
        return value instanceof Absent ? Null.NULL : value;
    }
}
