package io.hindcast.audit.report;

import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// One thing that is so, with its name.
///
/// @param key its name in JSON and, after `fact.`, in the texts
public record Fact(String key, Column.Kind kind, StateValue value) {
    public static Fact text(String key, String value) {
        return new Fact(key, Column.Kind.TEXT, new Text(value));
    }

    /// A sentence of the program about the store.
    public static Fact said(String key, String sentence) {
        return new Fact(key, Column.Kind.SAID, new Text(sentence));
    }

    public static Fact name(String key, String value) {
        return new Fact(key, Column.Kind.NAME, new Text(value));
    }

    public static Fact count(String key, long value) {
        return new Fact(key, Column.Kind.COUNT, Num.of(value));
    }
}
