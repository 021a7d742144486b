package io.hindcast.engine.spool;

/// Where the copy of the bodies may lie.
public enum SpoolPlace {
    /// In a file of the temporary folder that only its owner may read, and that has no name any more once it is open.
    FILE,
    /// In memory, where no copy may reach a disk.
    MEMORY,
    /// Nowhere: bodies are read from the store whenever they are needed.
    NOWHERE
}
