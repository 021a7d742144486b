package io.hindcast.engine.work;

/// Listens to a long call. Called about once a page, from the thread that works; must return quickly.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (_, _) -> {};

    /// @param done how many units are done
    /// @param total how many there will be, -1 while unknown
    void advanced(long done, long total);
}
