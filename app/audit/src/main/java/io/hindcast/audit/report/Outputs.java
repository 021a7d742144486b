package io.hindcast.audit.report;

import java.io.IOException;
import java.io.OutputStream;

/// Where the files of a report come into being.
@FunctionalInterface
public interface Outputs {
    /// A new file, to be closed by the caller.
    ///
    /// @param name its final name, no folder
    OutputStream create(String name, String mediaType) throws IOException;
}
