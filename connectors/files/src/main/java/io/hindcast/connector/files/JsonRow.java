package io.hindcast.connector.files;

import io.hindcast.connector.files.JsonScan.Member;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The members of one JSON object.
final class JsonRow implements Row {
    /// Up to here names are compared with each other, which is quicker than a set.
    private static final int FEW = 24;

    private final byte[] bytes;
    private final List<Member> members;
    private final String[] names;

    private JsonRow(byte[] bytes, List<Member> members, String[] names) {
        this.bytes = bytes;
        this.members = members;
        this.names = names;
    }

    static JsonRow of(byte[] bytes, int from, int to, Names known) throws BrokenRecord {
        var members = JsonScan.members(bytes, from, to);
        var names = new String[members.size()];
        for (int place = 0; place < names.length; place++) {
            names[place] = known.at(place, bytes, members.get(place));
        }
        if (hasTwice(names)) {
            throw new BrokenRecord("a member name stands there twice");
        }
        return new JsonRow(bytes, members, names);
    }

    private static boolean hasTwice(String[] names) {
        if (names.length > FEW) {
            return new HashSet<>(Arrays.asList(names)).size() < names.length;
        }
        for (int place = 1; place < names.length; place++) {
            for (int before = 0; before < place; before++) {
                if (names[before].equals(names[place])) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public String name(int place) {
        return names[place];
    }

    @Override
    public boolean has(int place) {
        return !isNull(members.get(place));
    }

    @Override
    public Optional<String> text(int place) {
        var member = members.get(place);
        if (isNull(member)) {
            return Optional.empty();
        }
        return Optional.of(
                bytes[member.from()] == '"'
                        ? JsonText.unquoted(bytes, member.from() + 1, member.to() - 1)
                        : new String(bytes, member.from(), member.to() - member.from(), StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> body(int place) {
        var member = members.get(place);
        return isNull(member) ? Optional.empty() : Optional.of(Arrays.copyOfRange(bytes, member.from(), member.to()));
    }

    @Override
    public void writeName(int place, ByteArrayOutputStream out) {
        var member = members.get(place);
        out.write(bytes, member.nameFrom() - 1, member.nameTo() - member.nameFrom() + 2);
    }

    @Override
    public void writeJson(int place, ByteArrayOutputStream out) {
        var member = members.get(place);
        out.write(bytes, member.from(), member.to() - member.from());
    }

    /// The names of the members of an object within, none if the value is no object.
    List<String> namesWithin(int place) {
        var member = members.get(place);
        if (bytes[member.from()] != '{') {
            return List.of();
        }
        try {
            var within = of(bytes, member.from(), member.to(), new Names());
            return List.of(within.names);
        } catch (BrokenRecord _) {
            return List.of();
        }
    }

    private boolean isNull(Member member) {
        return bytes[member.from()] == 'n';
    }

    /// Names met before, by place: most records of a file name the same members in the same order.
    static final class Names {
        private record Known(byte[] bytes, String name) {}

        private final List<Known> known = new ArrayList<>();

        String at(int place, byte[] bytes, Member member) {
            if (place < known.size()) {
                var before = known.get(place);
                if (Arrays.equals(bytes, member.nameFrom(), member.nameTo(), before.bytes, 0, before.bytes.length)) {
                    return before.name;
                }
            }
            String name = JsonText.unquoted(bytes, member.nameFrom(), member.nameTo());
            var fresh = new Known(Arrays.copyOfRange(bytes, member.nameFrom(), member.nameTo()), name);
            if (place < known.size()) {
                known.set(place, fresh);
            } else if (place == known.size()) {
                known.add(fresh);
            }
            return name;
        }
    }
}
