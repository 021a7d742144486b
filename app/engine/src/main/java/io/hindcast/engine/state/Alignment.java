package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which item of an older list became which item of a newer one.
///
/// @param pairs in the order in which they are to be told
/// @param reordered whether items that are in both lists changed their order
record Alignment(List<Pair> pairs, boolean reordered) {
    static final int NONE = -1;

    /// Places of one item in both lists; [#NONE] where it is not.
    record Pair(int before, int after) {}

    static Alignment of(List<StateValue> before, List<StateValue> after, Matching matching) {
        if (matching.isByPlace()) {
            return new Alignment(byPlace(before.size(), after.size()), false);
        }
        if (before.size() == 1 && after.size() == 1) {
            return single(before, after, matching);
        }
        int head = commonHead(before, after);
        int tail = commonTail(before, after, head);
        if (head + tail == Math.min(before.size(), after.size())) {
            return new Alignment(plain(before.size(), after.size(), head, tail), false);
        }
        Optional<String> identity = identity(before, after, matching);
        if (identity.isPresent()) {
            return byIdentity(before, after, identity.get());
        }
        int rows = before.size() - head - tail;
        int columns = after.size() - head - tail;
        return new Alignment(
                (long) rows * columns <= matching.comparisons()
                        ? CommonItems.aligned(before, after, head, tail)
                        : byPlace(before.size(), after.size()),
                false);
    }

    /// Two single items are a pair unless they are told apart by name: long chains of them must not be compared again at
    /// every level.
    private static Alignment single(List<StateValue> before, List<StateValue> after, Matching matching) {
        return identity(before, after, matching)
                .map(name -> byIdentity(before, after, name))
                .orElseGet(() -> new Alignment(byPlace(1, 1), false));
    }

    private static int commonHead(List<StateValue> before, List<StateValue> after) {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        return head;
    }

    private static int commonTail(List<StateValue> before, List<StateValue> after, int head) {
        int most = Math.min(before.size(), after.size()) - head;
        int tail = 0;
        while (tail < most && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }

    /// One list is the other with a stretch put in or taken out: equal ends need no telling.
    private static List<Pair> plain(int before, int after, int head, int tail) {
        var pairs = new ArrayList<Pair>();
        for (int i = head; i < before - tail; i++) {
            pairs.add(new Pair(i, NONE));
        }
        for (int i = head; i < after - tail; i++) {
            pairs.add(new Pair(NONE, i));
        }
        return pairs;
    }

    private static List<Pair> byPlace(int before, int after) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < Math.max(before, after); i++) {
            pairs.add(new Pair(i < before ? i : NONE, i < after ? i : NONE));
        }
        return pairs;
    }

    private static Optional<String> identity(List<StateValue> before, List<StateValue> after, Matching matching) {
        if (!(before.getFirst() instanceof Fields first)) {
            return Optional.empty();
        }
        List<String> names = first.names();
        return matching.identities().stream()
                .flatMap(pattern -> names.stream().filter(name -> Matching.fits(pattern, name)))
                .filter(name -> tellsApart(name, before) && tellsApart(name, after))
                .findFirst();
    }

    private static boolean tellsApart(String name, List<StateValue> values) {
        Set<StateValue> seen = HashSet.newHashSet(values.size());
        for (StateValue value : values) {
            StateValue identity = value instanceof Fields fields ? fields.field(name) : Absent.ABSENT;
            if ((!(identity instanceof Text) && !(identity instanceof Num)) || !seen.add(identity)) {
                return false;
            }
        }
        return true;
    }

    private static Alignment byIdentity(List<StateValue> before, List<StateValue> after, String name) {
        Map<StateValue, Integer> places = HashMap.newHashMap(before.size());
        for (int i = 0; i < before.size(); i++) {
            places.put(((Fields) before.get(i)).field(name), i);
        }
        var kept = new ArrayList<Pair>();
        int[] newPlace = new int[before.size()];
        Arrays.fill(newPlace, NONE);
        int last = NONE;
        boolean reordered = false;
        for (int i = 0; i < after.size(); i++) {
            int place = places.getOrDefault(((Fields) after.get(i)).field(name), NONE);
            kept.add(new Pair(place, i));
            if (place != NONE) {
                newPlace[place] = i;
                reordered |= place < last;
                last = place;
            }
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < newPlace.length; i++) {
            if (newPlace[i] == NONE) {
                pairs.add(new Pair(i, NONE));
            }
        }
        pairs.addAll(kept);
        return new Alignment(pairs, reordered);
    }
}
