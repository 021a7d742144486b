package io.hindcast.audit.integrity;

/// How much a finding weighs.
public enum Severity {
    /// Something that a sound store does not have.
    DEFECT,
    /// Something that may be in order, and that a reviewer wants to know.
    NOTE
}
