package io.hindcast.engine.mask;

/// Where a value stands that is masked.
public enum MaskPlace {
    /// In the body of an event.
    DATA("data"),
    /// In the metadata of an event.
    METADATA("metadata"),
    /// In a state that a fold made, or a snapshot that the application stored.
    STATE("state"),
    STREAM("stream"),
    EVENT_ID("eventId"),
    ACTOR("actor"),
    CORRELATION("correlationId"),
    CAUSATION("causationId"),
    /// In a sentence: a problem, a hint, a piece of evidence.
    TEXT("texts");

    private final String word;

    MaskPlace(String word) {
        this.word = word;
    }

    /// As it is written in rules and answers.
    public String word() {
        return word;
    }

    /// Whether it holds values with paths.
    public boolean isBody() {
        return switch (this) {
            case DATA, METADATA, STATE -> true;
            case STREAM, EVENT_ID, ACTOR, CORRELATION, CAUSATION, TEXT -> false;
        };
    }

    /// Whether it is a text in the header of an event.
    public boolean isHeader() {
        return switch (this) {
            case STREAM, EVENT_ID, ACTOR, CORRELATION, CAUSATION -> true;
            case DATA, METADATA, STATE, TEXT -> false;
        };
    }
}
