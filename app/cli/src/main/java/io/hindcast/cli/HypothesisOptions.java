package io.hindcast.cli;

import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What is supposed to be otherwise than it was recorded. Every answer under a supposition carries the mark.
final class HypothesisOptions {
    private static final Pattern VERSION = Pattern.compile("[vV]?(-?\\d{1,18})");

    @Option(
            names = "--mute",
            paramLabel = "v12,v15",
            split = ",",
            description = "What if these events had never happened? The answer is marked hypothetical.")
    List<String> muted = new ArrayList<>();

    @Option(
            names = "--replace",
            paramLabel = "v12=FILE",
            description = "What if this event had said what stands in a JSON file? The answer is marked hypothetical.")
    Map<String, Path> replaced = new LinkedHashMap<>();

    Hypothesis of(OpenStore store, String stream) {
        Hypothesis hypothesis = Hypothesis.NONE;
        for (String one : muted) {
            hypothesis = hypothesis.muting(EventPick.atVersion(stream, version(one)));
        }
        for (Map.Entry<String, Path> one : replaced.entrySet()) {
            EventPick pick = EventPick.atVersion(stream, version(one.getKey()));
            if (hypothesis.alterations().stream().anyMatch(it -> it.pick().equals(pick))) {
                throw new UsageException("%s is muted and replaced; choose one.".formatted(one.getKey()));
            }
            hypothesis = hypothesis.replacing(pick, body(store, one.getValue()));
        }
        return hypothesis;
    }

    /// @throws UsageException when the stream has no event that is meant
    static void checkAgainst(StreamHistory history, Hypothesis hypothesis) {
        var found = new ArrayList<EventPick>();
        for (int i = 0; i < history.size(); i++) {
            hypothesis.of(history.event(i)).ifPresent(one -> found.add(one.pick()));
        }
        for (Alteration one : hypothesis.alterations()) {
            if (!found.contains(one.pick())) {
                throw new UsageException("The stream %s has no event %s to suppose anything about."
                        .formatted(history.stream(), one.pick().shown()));
            }
        }
    }

    /// How many events up to a place are muted.
    static int mutedIn(StreamHistory history, Hypothesis hypothesis, int upTo) {
        int count = 0;
        for (int i = 0; i <= upTo && !hypothesis.isEmpty(); i++) {
            if (hypothesis.of(history.event(i)).filter(Alteration.Mute.class::isInstance).isPresent()) {
                count++;
            }
        }
        return count;
    }

    /// A loud line for people.
    static void say(Terminal terminal, Hypothesis hypothesis) {
        if (!hypothesis.isEmpty()) {
            terminal.say("HYPOTHETICAL: "
                    + hypothesis.alterations().stream()
                            .map(one -> one.pick().shown() + (one instanceof Alteration.Mute ? " muted" : " replaced"))
                            .collect(Collectors.joining(", "))
                    + ". This is not what was recorded.");
        }
    }

    static long version(String text) {
        var written = VERSION.matcher(text.strip());
        if (!written.matches()) {
            throw new UsageException(text + " is no version; write one like v12.");
        }
        return Long.parseLong(written.group(1));
    }

    private static StateValue body(OpenStore store, Path file) {
        try {
            var bytes = ByteSlice.of(Files.readAllBytes(file));
            StateValue body = store.decoder().decode(bytes, PayloadShape.of(PayloadShape.Formats.JSON));
            if (body instanceof Opaque unreadable) {
                throw new UsageException("%s holds no JSON: %s.".formatted(file, unreadable.reason()));
            }
            if (!body.isPresent()) {
                throw new UsageException(file + " is empty; write the event's body as JSON.");
            }
            return body;
        } catch (IOException _) {
            throw new UsageException(file + " cannot be read.");
        }
    }
}
