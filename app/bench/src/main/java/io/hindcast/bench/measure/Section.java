package io.hindcast.bench.measure;

import java.util.ArrayList;
import java.util.List;

/// One table of the page, with what was compared before anything was timed.
public final class Section {
    private final String title;
    private final String about;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public Section(String title, String about, String... columns) {
        this.title = title;
        this.about = about;
        this.columns = List.of(columns);
    }

    public Section row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, columns.size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    public Section note(String sentence) {
        notes.add(sentence);
        return this;
    }

    public String markdown() {
        var text = new StringBuilder("## " + title + "\n\n" + about + "\n\n");
        if (!rows.isEmpty()) {
            line(columns, text);
            text.append("|---".repeat(columns.size())).append("|\n");
            rows.forEach(row -> line(row, text));
            text.append('\n');
        }
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return notes.isEmpty() ? text.toString() : text.append('\n').toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
