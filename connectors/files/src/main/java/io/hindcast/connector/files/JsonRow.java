package io.hindcast.connector.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The members of one JSON object.
final class JsonRow implements Row {
    /// Up to here names are compared with each other, which is quicker than a set.
    private static final int FEW = 24;

    private final byte[] bytes;
    private final int[] places;
    private final List<String> names;

    private JsonRow(byte[] bytes, int[] places, List<String> names) {
        this.bytes = bytes;
        this.places = places;
        this.names = names;
    }

    static JsonRow of(byte[] bytes, int from, int to, Names known) throws BrokenRecord {
        int count = known.scan.members(bytes, from, to);
        int[] places = Arrays.copyOf(known.scan.places(), count * JsonScan.WIDTH);
        return new JsonRow(bytes, places, known.of(bytes, places));
    }

    private static boolean hasTwice(List<String> names) {
        if (names.size() > FEW) {
            return new HashSet<>(names).size() < names.size();
        }
        for (int place = 1; place < names.size(); place++) {
            for (int before = 0; before < place; before++) {
                if (names.get(before).equals(names.get(place))) {
                    return true;
                }
            }
        }
        return false;
    }

    private int nameFrom(int place) {
        return places[place * JsonScan.WIDTH];
    }

    private int nameTo(int place) {
        return places[place * JsonScan.WIDTH + 1];
    }

    private int from(int place) {
        return places[place * JsonScan.WIDTH + 2];
    }

    private int to(int place) {
        return places[place * JsonScan.WIDTH + 3];
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public String name(int place) {
        return names.get(place);
    }

    @Override
    public boolean has(int place) {
        return !isNull(place);
    }

    @Override
    public Optional<String> text(int place) {
        if (isNull(place)) {
            return Optional.empty();
        }
        int from = from(place);
        int to = to(place);
        return Optional.of(
                bytes[from] == '"'
                        ? JsonText.unquoted(bytes, from + 1, to - 1)
                        : new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> body(int place) {
        return isNull(place) ? Optional.empty() : Optional.of(Arrays.copyOfRange(bytes, from(place), to(place)));
    }

    @Override
    public void writeName(int place, ByteArrayOutputStream out) {
        out.write(bytes, nameFrom(place) - 1, nameTo(place) - nameFrom(place) + 2);
    }

    @Override
    public void writeJson(int place, ByteArrayOutputStream out) {
        out.write(bytes, from(place), to(place) - from(place));
    }

    /// The names of the members of an object within, none if the value is no object.
    List<String> namesWithin(int place) {
        if (bytes[from(place)] != '{') {
            return List.of();
        }
        try {
            return of(bytes, from(place), to(place), new Names()).names;
        } catch (BrokenRecord _) {
            return List.of();
        }
    }

    private boolean isNull(int place) {
        return bytes[from(place)] == 'n';
    }

    /// Names met before: most records of a file name the same members in the same order, and share the list of their
    /// names then. For one thread.
    static final class Names {
        private final JsonScan scan = new JsonScan();
        private List<String> last = List.of();
        private byte[][] spelt = {};

        /// The names of the members at these places.
        ///
        /// @throws BrokenRecord if one of them stands there twice
        List<String> of(byte[] bytes, int[] places) throws BrokenRecord {
            if (!areLast(bytes, places)) {
                remember(bytes, places);
            }
            return last;
        }

        private boolean areLast(byte[] bytes, int[] places) {
            if (places.length != spelt.length * JsonScan.WIDTH) {
                return false;
            }
            for (int place = 0; place < spelt.length; place++) {
                int from = places[place * JsonScan.WIDTH];
                int to = places[place * JsonScan.WIDTH + 1];
                if (!Arrays.equals(bytes, from, to, spelt[place], 0, spelt[place].length)) {
                    return false;
                }
            }
            return true;
        }

        private void remember(byte[] bytes, int[] places) throws BrokenRecord {
            int count = places.length / JsonScan.WIDTH;
            var names = new String[count];
            var fresh = new byte[count][];
            for (int place = 0; place < count; place++) {
                int from = places[place * JsonScan.WIDTH];
                int to = places[place * JsonScan.WIDTH + 1];
                names[place] = JsonText.unquoted(bytes, from, to);
                fresh[place] = Arrays.copyOfRange(bytes, from, to);
            }
            if (hasTwice(List.of(names))) {
                throw new BrokenRecord("a member name stands there twice");
            }
            last = List.of(names);
            spelt = fresh;
        }
    }
}
