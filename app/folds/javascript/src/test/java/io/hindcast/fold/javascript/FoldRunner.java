package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Folds events that a test spells as `Type {"json": true}`.
final class FoldRunner {
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);

    private final Fold fold;
    private final TreeEditor editor = new TreeEditor();
    private final List<String> problems = new ArrayList<>();
    private int version;

    private FoldRunner(Fold fold) {
        this.fold = fold;
        editor.begin();
        fold.begin("account", editor);
        editor.commit();
    }

    static FoldRunner of(String script) {
        return new FoldRunner(compile(script));
    }

    static FoldRunner over(Fold fold) {
        return new FoldRunner(fold);
    }

    static Fold compile(String script) {
        return compile("test.js", script);
    }

    static Fold compile(String name, String script) {
        Compiled compiled = new JavaScriptLanguage().compile(name, script);
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).fold();
    }

    static List<Diagnostic> errors(String name, String script) {
        Compiled compiled = new JavaScriptLanguage().compile(name, script);
        assertThat(compiled).isInstanceOf(Compiled.Rejected.class);
        return ((Compiled.Rejected) compiled).errors();
    }

    static List<Diagnostic> warnings(String script) {
        Compiled compiled = new JavaScriptLanguage().compile("test.js", script);
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).warnings();
    }

    FoldRunner then(String... events) {
        for (String event : events) {
            int space = event.indexOf(' ');
            String type = space < 0 ? event : event.substring(0, space);
            apply(event(type, space < 0 ? "{}" : event.substring(space + 1), ++version));
        }
        return this;
    }

    private void apply(FoldEvent event) {
        editor.begin();
        try {
            fold.apply(event, editor);
            editor.commit();
        } catch (FoldFailure failure) {
            editor.rollback();
            problems.add(failure.reason());
        }
    }

    static FoldEvent event(String type, String json, int version) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var slice = new ByteSlice(bytes, 0, bytes.length);
        byte[] said = "{\"user\":\"ann\"}".getBytes(StandardCharsets.UTF_8);
        var metadata = new ByteSlice(said, 0, said.length);
        var header = new Event(
                "account-1",
                "account",
                OptionalLong.of(version),
                Optional.empty(),
                Optional.of("id-" + version),
                type,
                Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                slice,
                metadata,
                Optional.empty());
        var payloads = new StandardPayloads();
        return new FoldEvent(header, payloads.decode(slice, JSON), payloads.decode(metadata, JSON));
    }

    StateValue value() {
        return editor.root();
    }

    /// As JSON on one line.
    String state() {
        return StateText.compact(editor.root());
    }

    /// The fields that the last event wrote out of binary arithmetic.
    List<String> inexact() {
        return editor.inexact().stream().map(Object::toString).toList();
    }

    List<String> problems() {
        return problems;
    }
}
