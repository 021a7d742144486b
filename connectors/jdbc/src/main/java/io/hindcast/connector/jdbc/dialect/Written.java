package io.hindcast.connector.jdbc.dialect;

import java.util.ArrayList;
import java.util.List;

/// A piece of a statement: text, cut at every value, and the values, which never become text.
///
/// @param fragments one more than there are values
public record Written(List<String> fragments, List<KeyPart> values) {
    public Written {
        fragments = List.copyOf(fragments);
        values = List.copyOf(values);
        if (fragments.size() != values.size() + 1) {
            throw new IllegalArgumentException(
                    "%d values between %d pieces".formatted(values.size(), fragments.size()));
        }
    }

    /// Text without values.
    public static Written of(String sql) {
        return new Written(List.of(sql), List.of());
    }

    /// A piece while it is written. Used by one thread.
    static final class Writer {
        private final List<String> fragments = new ArrayList<>();
        private final List<KeyPart> values = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        Writer add(String sql) {
            open.append(sql);
            return this;
        }

        /// @param placeholder an expression with one question mark
        Writer bind(String placeholder, KeyPart value) {
            int mark = placeholder.indexOf('?');
            fragments.add(open.append(placeholder, 0, mark).toString());
            open.setLength(0);
            open.append(placeholder, mark + 1, placeholder.length());
            values.add(value);
            return this;
        }

        Writer add(Written piece) {
            for (int i = 0; i < piece.values().size(); i++) {
                add(piece.fragments().get(i)).bind("?", piece.values().get(i));
            }
            return add(piece.fragments().getLast());
        }

        Written written() {
            var all = new ArrayList<>(fragments);
            all.add(open.toString());
            return new Written(all, values);
        }
    }
}
