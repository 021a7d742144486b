package io.hindcast.connector.jdbc.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Rows of several tables that are read as one: of which table each is, and where it lies there. Of a page only those tables
/// are asked that it has rows of. Each place takes twelve bytes beside what its table keeps.
public final class PartPlaces implements RowPlaces {
    private static final int MOST_ROWS = 1 << 21;
    private static final Set<String> NUMBERS = Set.of("bigint", "integer", "int", "mediumint", "smallint", "oid");

    private final List<RowPlaces> parts;
    private final List<Column> columns;
    private int[] partOf = new int[1 << 10];
    private long[] placeOf = new long[1 << 10];
    private int rows;

    private PartPlaces(List<RowPlaces> parts) {
        this.parts = List.copyOf(parts);
        int width = parts.stream().mapToInt(part -> part.columns().size()).max().orElse(0);
        var all = new ArrayList<Column>();
        all.add(new Column(TablePart.PART, "text", false));
        for (int i = 0; i < width; i++) {
            all.add(new Column(TablePart.PLACE + i, "text", false));
        }
        this.columns = List.copyOf(all);
    }

    /// Nothing where rows of one of the tables cannot be found again.
    public static Optional<RowPlaces> of(Dialect dialect, Table madeUp) {
        var parts = new ArrayList<RowPlaces>();
        for (TablePart part : madeUp.parts()) {
            dialect.places(part.table()).ifPresent(parts::add);
        }
        return parts.size() < madeUp.parts().size() ? Optional.empty() : Optional.of(new PartPlaces(parts));
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Table told(Table table) {
        var all = new ArrayList<>(table.columns());
        all.addAll(columns);
        var asked = new ArrayList<TablePart>();
        for (int i = 0; i < parts.size(); i++) {
            asked.add(table.parts().get(i).tellingPlaces(i, parts.get(i).columns()));
        }
        return new Table(table.schema(), table.name(), all, table.uniqueKeys(), asked);
    }

    @Override
    public long of(List<KeyPart> key) {
        if (rows == partOf.length) {
            partOf = Arrays.copyOf(partOf, rows * 2);
            placeOf = Arrays.copyOf(placeOf, rows * 2);
        }
        int part = Integer.parseInt(text(key.getFirst()));
        var own = new ArrayList<KeyPart>();
        var asked = parts.get(part).columns();
        for (int i = 0; i < asked.size(); i++) {
            own.add(value(text(key.get(i + 1)), asked.get(i).typeName()));
        }
        partOf[rows] = part;
        placeOf[rows] = parts.get(part).of(own);
        return rows++;
    }

    private static String text(KeyPart part) {
        return part instanceof KeyPart.Text(String value) ? value : "";
    }

    /// What was told as text, as the kind of key that the column gives by itself.
    private static KeyPart value(String text, String type) {
        if (NUMBERS.contains(type)) {
            return new KeyPart.Number(Long.parseLong(text));
        }
        boolean bytes = type.contains("binary") || type.contains("blob") || type.equals("bytea");
        return bytes ? new KeyPart.Bytes(text) : new KeyPart.Text(text);
    }

    @Override
    public Written among(UnaryOperator<Column> named, Dialect dialect, long... places) {
        return Written.of("1 = 1");
    }

    @Override
    public Written from(Table table, Dialect dialect, long... places) {
        var written = new Written.Writer();
        String before = "(";
        for (int part : partsOf(places)) {
            long[] own = Arrays.stream(places)
                    .mapToInt(Math::toIntExact)
                    .filter(place -> partOf[place] == part)
                    .mapToLong(place -> placeOf[place])
                    .toArray();
            written.add(before + table.parts().get(part).select(dialect, table.columns()) + dialect.byPlaces() + " WHERE ")
                    .add(parts.get(part).among(UnaryOperator.identity(), dialect, own));
            before = " UNION ALL ";
        }
        return written.add(")").written();
    }

    private List<Integer> partsOf(long... places) {
        var seen = new HashSet<Integer>();
        return Arrays.stream(places).mapToObj(place -> partOf[Math.toIntExact(place)]).filter(seen::add).toList();
    }

    @Override
    public boolean isFull() {
        return rows >= MOST_ROWS || parts.stream().anyMatch(RowPlaces::isFull);
    }

    @Override
    public int mostAtOnce() {
        return parts.stream().mapToInt(RowPlaces::mostAtOnce).min().orElse(0);
    }
}
