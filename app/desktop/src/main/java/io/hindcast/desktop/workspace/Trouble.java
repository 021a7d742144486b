package io.hindcast.desktop.workspace;

/// What is wrong with something that the person wrote.
enum Trouble {
    /// A password stands in the location.
    SECRET,
    /// A workspace in a workspace.
    NESTED,
    /// The store is there already.
    TWICE,
    /// No name: small letters, digits and dashes.
    NO_NAME,
    /// Another store has the name.
    NAME_TAKEN,
    /// The file cannot be read or written.
    FILE;

    /// Key of its words.
    String key() {
        return "workspace.trouble." + name();
    }
}
