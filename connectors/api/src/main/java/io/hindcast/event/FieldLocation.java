package io.hindcast.event;

/// Where a store keeps an [EventField]: a JSON Pointer (RFC 6901) into the decoded body or metadata.
public record FieldLocation(Part part, String pointer) {
    public enum Part {
        DATA,
        METADATA
    }

    public static FieldLocation data(String pointer) {
        return new FieldLocation(Part.DATA, pointer);
    }

    public static FieldLocation metadata(String pointer) {
        return new FieldLocation(Part.METADATA, pointer);
    }
}
