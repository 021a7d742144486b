package io.hindcast.engine.mask;

/// Whose value it is. A category or type that is not known is "": rules for certain ones mask it too, because what is
/// not known may be one of them.
///
/// @param place one with paths: data, metadata or state
/// @param type of the event; always "" for states, which several types made
public record MaskScope(MaskPlace place, String category, String type) {
    public MaskScope {
        if (!place.isBody()) {
            throw new IllegalArgumentException("no body: " + place);
        }
    }

    public static MaskScope data(String category, String type) {
        return new MaskScope(MaskPlace.DATA, category, type);
    }

    public static MaskScope metadata(String category, String type) {
        return new MaskScope(MaskPlace.METADATA, category, type);
    }

    /// A state, a snapshot, or a part of one.
    public static MaskScope state(String category) {
        return new MaskScope(MaskPlace.STATE, category, "");
    }
}
