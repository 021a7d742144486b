package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.StreamName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes events of rows. Names that come again are worked out once: what a category is, whether a stream was asked
/// for, whether a rule leaves its rows out. One thread.
final class RowReader {
    private final EventMapping mapping;
    private final Choice choice;
    private final SharedMemo<Naming> names;
    private final Optional<List<BoundValue.BoundPiece.Cell>> nameCells;
    private final Optional<List<BoundValue.BoundPiece.Cell>> typeCells;
    private final NamesOfPage namesOfPage = new NamesOfPage();
    private final SharedMemo<Typing> typings = new SharedMemo<>();
    private final RawKey key = new RawKey();
    private final NamesToCome toCome;
    private final boolean sievesVersions;
    private final boolean hasMetadata;
    private @Nullable Naming nameless;
    private @Nullable Typing typeless;
    private int pages;

    RowReader(EventMapping mapping, Choice choice, SharedMemo<Naming> names) {
        this.mapping = mapping;
        this.choice = choice;
        this.names = names;
        this.nameCells = cells(Stream.concat(
                Stream.concat(Stream.of(mapping.stream()), mapping.category().stream()),
                choice.skips().values()));
        this.typeCells = cells(Stream.of(mapping.type()));
        this.toCome = new NamesToCome(names);
        this.hasMetadata = mapping.hasMetadata();
        this.sievesVersions = mapping.version().isPresent()
                && !choice.versions().equals(VersionRange.all())
                && mapping.versionColumn().isEmpty();
    }

    /// The cells that some values follow from; absent where those are not worth remembering.
    private static Optional<List<BoundValue.BoundPiece.Cell>> cells(Stream<BoundValue> values) {
        var all = values.toList();
        return all.stream().allMatch(BoundValue::isName)
                ? Optional.of(all.stream().flatMap(BoundValue::allCells).distinct().toList())
                : Optional.empty();
    }

    /// From now on rows go to another page.
    void turnPage() {
        pages++;
        namesOfPage.turnPage();
        toCome.clear();
    }

    /// Rows that will be added next, in this order.
    void expect(List<? extends Row> rows) throws SQLException {
        if (mapping.isNamed() && nameCells.isPresent()) {
            toCome.clear();
            for (int i = 0; i < rows.size(); i++) {
                toCome.add(keyOf(nameCells.get(), rows.get(i), toCome.key()));
            }
            toCome.fetch();
        }
    }

    /// Adds the row to the page if it is one of those asked for.
    ///
    /// @return whether it was added
    boolean add(Row row, EventPage.Builder page) throws SQLException {
        var naming = naming(row);
        if (!naming.wanted() || !isIn(choice.versions(), row)) {
            return false;
        }
        namesOfPage.nameRow(naming, page);
        typing(row).typeRow(page, pages);
        addVersion(row, page);
        addPosition(row, page);
        addId(row, page);
        addTime(row, page);
        addBodies(row, page);
        page.endRow();
        return true;
    }

    private Naming naming(Row row) throws SQLException {
        if (!mapping.isNamed()) {
            if (nameless == null) {
                nameless = naming(row, 0);
            }
            return nameless;
        }
        if (nameCells.isEmpty()) {
            return naming(row, 0);
        }
        if (toCome.isEmpty()) {
            toCome.add(keyOf(nameCells.get(), row, toCome.key()));
        }
        var known = toCome.next();
        return known == null ? toCome.keep(naming(row, toCome.hash())) : known;
    }

    private Naming naming(Row row, int hash) throws SQLException {
        var troubles = new Troubles();
        String name = troubles.orElse("stream", () -> mapping.stream().text(row), "no stream");
        String family = mapping.category().isEmpty()
                ? ""
                : troubles.orElse("category", () -> mapping.category().get().text(row), null);
        return new Naming(new StreamName(name, family), choice.wants(name, family, row), troubles.joined(), hash);
    }

    private Typing typing(Row row) throws SQLException {
        if (!mapping.isNamed()) {
            if (typeless == null) {
                typeless = newTyping(row);
            }
            return typeless;
        }
        if (typeCells.isEmpty()) {
            return newTyping(row);
        }
        int hash = keyOf(typeCells.get(), row, key);
        var known = typings.find(key, hash);
        if (known == null) {
            known = newTyping(row);
            typings.keep(key, hash, known);
        }
        return known;
    }

    private Typing newTyping(Row row) throws SQLException {
        var troubles = new Troubles();
        String type = troubles.orElse("type", () -> mapping.type().text(row), "no type");
        return new Typing(type, troubles.joined());
    }

    private static int keyOf(List<BoundValue.BoundPiece.Cell> cells, Row row, RawKey key) throws SQLException {
        key.clear();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            key.add(cell.bytes() ? row.slice(cell.slot()) : row.raw(cell.slot()));
        }
        return key.hash();
    }

    /// Whether a row's version lies in the range, where it is worked out and the database could not be asked.
    private boolean isIn(VersionRange range, Row row) throws SQLException {
        if (!sievesVersions) {
            return true;
        }
        try {
            Long number = mapping.version().orElseThrow().number(row);
            return number != null && number > range.after() && number <= range.upTo();
        } catch (UnreadableValue _) {
            return false;
        }
    }

    private void addVersion(Row row, EventPage.Builder page) throws SQLException {
        if (mapping.version().isPresent()) {
            Long number = number("version", mapping.version().get(), row, page, mapping.isVersionOptional());
            if (number != null) {
                page.version(number);
                if (number < 0) {
                    page.trouble("the version is negative");
                }
            }
        }
    }

    private void addPosition(Row row, EventPage.Builder page) throws SQLException {
        var position = mapping.position();
        if (position.isEmpty()) {
            return;
        }
        Long first = number("position", position.getFirst(), row, page, false);
        Long last = position.size() == 1 ? first : number("position", position.getLast(), row, page, false);
        page.position(position.size() == 1 || first == null ? 0 : first, last == null ? 0 : last);
    }

    /// @param optional whether nothing is wrong with a row that lacks it
    private static @Nullable Long number(
            String what, BoundValue value, Row row, EventPage.Builder page, boolean optional) throws SQLException {
        try {
            Long number = value.number(row);
            if (number == null && !optional) {
                page.trouble("no " + what);
            }
            return number;
        } catch (UnreadableValue unreadable) {
            page.trouble("the " + what + " " + unreadable.reason());
            return null;
        }
    }

    private void addId(Row row, EventPage.Builder page) throws SQLException {
        if (mapping.id().isPresent()) {
            try {
                var uuid = mapping.id().get().uuid(row);
                String text = uuid == null ? mapping.id().get().text(row) : null;
                if (uuid != null) {
                    page.id(uuid);
                } else if (text != null) {
                    page.id(text);
                }
            } catch (UnreadableValue unreadable) {
                page.trouble("the id " + unreadable.reason());
            }
        }
    }

    private void addTime(Row row, EventPage.Builder page) throws SQLException {
        if (mapping.recorded().isPresent()) {
            try {
                var instant = mapping.recorded().get().instant(row);
                if (instant == null) {
                    page.trouble("no recorded time");
                } else {
                    page.recordedAt(instant);
                }
            } catch (UnreadableValue unreadable) {
                page.trouble("the recorded time " + unreadable.reason());
            }
        }
    }

    private void addBodies(Row row, EventPage.Builder page) throws SQLException {
        if (mapping.data().isPresent()) {
            try {
                var body = mapping.data().get().slice(row);
                if (body != null) {
                    page.data(body.array(), body.offset(), body.length());
                }
            } catch (UnreadableValue unreadable) {
                page.trouble("the body " + unreadable.reason());
            }
        }
        if (hasMetadata) {
            try {
                var body = metadata(row);
                if (body != null) {
                    page.metadata(body.array(), body.offset(), body.length());
                }
            } catch (UnreadableValue unreadable) {
                page.trouble("the metadata " + unreadable.reason());
            }
        }
    }

    private @Nullable ByteSlice metadata(Row row) throws SQLException {
        if (mapping.plainMetadata().isPresent()) {
            return mapping.plainMetadata().get().slice(row);
        }
        byte[] put = mapping.metadata(row);
        return put == null ? null : ByteSlice.of(put);
    }
}
