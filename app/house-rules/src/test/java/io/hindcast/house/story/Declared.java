package io.hindcast.house.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What `same-story.txt` says: `layout loses a b because …`, and `layout is untold [on host …] because …`.
record Declared(Map<String, Set<Loss>> lost, Map<String, Set<String>> hostsUntold) {
    static Declared read() {
        try (var file = Declared.class.getResourceAsStream("/same-story.txt")) {
            if (file == null) {
                throw new IllegalStateException("same-story.txt is missing");
            }
            var declared = new Declared(new LinkedHashMap<>(), new LinkedHashMap<>());
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(declared::take);
            return declared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        int because = line.indexOf(" because ");
        String[] words = line.substring(0, Math.max(because, 0)).split("\\s+");
        if (because < 0 || words.length < 3) {
            throw new IllegalStateException("not understood in same-story.txt: " + line);
        }
        if (words[1].equals("loses")) {
            var losses = EnumSet.noneOf(Loss.class);
            for (int i = 2; i < words.length; i++) {
                losses.add(Loss.valueOf(words[i].toUpperCase(Locale.ROOT)));
            }
            lost.put(words[0], losses);
        } else {
            var hosts = hostsUntold.computeIfAbsent(words[0], _ -> new java.util.TreeSet<>());
            for (int i = words.length > 3 ? 4 : 3; i < words.length; i++) {
                hosts.add(words[i]);
            }
            if (words.length == 3) {
                hosts.add("*");
            }
        }
    }

    Set<Loss> losses(String layout) {
        return lost.getOrDefault(layout, Set.of());
    }

    boolean isUntold(String layout) {
        return hostsUntold.getOrDefault(layout, Set.of()).contains("*");
    }

    boolean untold(String layout, StoryHost host) {
        return isUntold(layout) || hostsUntold.getOrDefault(layout, Set.of()).contains(host.dialect());
    }

    Set<String> layouts() {
        var all = new java.util.TreeSet<>(lost.keySet());
        all.addAll(hostsUntold.keySet());
        return all;
    }
}
