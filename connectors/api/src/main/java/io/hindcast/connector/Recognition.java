package io.hindcast.connector;

/// How sure a connector is that a location is its own. The highest claim wins.
public enum Recognition {
    NO,
    /// Could be: a suitable ending, a folder with suitable files.
    POSSIBLE,
    /// Is: the URL scheme or the magic bytes say so.
    CERTAIN
}
