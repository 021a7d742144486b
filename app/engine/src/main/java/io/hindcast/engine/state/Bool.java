package io.hindcast.engine.state;

/// True or false.
public record Bool(boolean value) implements StateValue {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    public static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
