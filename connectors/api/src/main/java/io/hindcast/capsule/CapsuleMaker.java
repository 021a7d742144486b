package io.hindcast.capsule;

import java.nio.file.Path;

/// Makes capsules. Found by [java.util.ServiceLoader] beside the connectors; stateless. It writes new files and can be
/// given no store.
public interface CapsuleMaker {
    /// What the name of such a file ends with, with its dot.
    String ending();

    /// Begins a capsule. It gets its name when it is finished; what has that name by then is replaced.
    ///
    /// @throws io.hindcast.connector.ConnectorException when no file can be written there
    CapsuleDraft begin(Path file);
}
