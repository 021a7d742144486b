package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.dialect.Written;
import java.util.ArrayList;
import java.util.List;

/// A statement while it is written: text, and values that never become text.
final class QueryText {
    private final List<String> fragments = new ArrayList<>();
    private final List<KeyPart> values = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    QueryText add(String sql) {
        open.append(sql);
        return this;
    }

    /// @param placeholder an expression with one question mark
    QueryText bind(String placeholder, KeyPart value) {
        int mark = placeholder.indexOf('?');
        open.append(placeholder, 0, mark);
        fragments.add(open.toString());
        open.setLength(0);
        open.append(placeholder, mark + 1, placeholder.length());
        values.add(value);
        return this;
    }

    QueryText add(Written piece) {
        for (int i = 0; i < piece.values().size(); i++) {
            add(piece.fragments().get(i)).bind("?", piece.values().get(i));
        }
        return add(piece.fragments().getLast());
    }

    QueryText bindText(String text) {
        return bind("?", new KeyPart.Text(text));
    }

    /// The same statement between two texts.
    QueryText within(String before, String behind) {
        if (fragments.isEmpty()) {
            open.insert(0, before);
        } else {
            fragments.set(0, before + fragments.getFirst());
        }
        return add(behind);
    }

    PageQuery query(List<Slot> slots, int limit) {
        var all = new ArrayList<>(fragments);
        all.add(open.toString());
        return new PageQuery(all, values, slots, limit);
    }
}
