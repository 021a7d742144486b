package io.hindcast.audit.integrity;

/// How a check ended.
public sealed interface Standing {
    /// Everything was looked at, and nothing is wrong.
    record Clean() implements Standing {}

    /// Everything was looked at; the number of findings is exact.
    record Found(long findings) implements Standing {}

    /// The check has no meaning for this store.
    record NotApplicable(Statement reason) implements Standing {}

    /// The run ended before this check was through: so many findings until then, perhaps more behind.
    record Stopped(long findings) implements Standing {}
}
