package io.hindcast.audit.integrity;

/// One thing that a check found. What to do about it is said once a check, in [Wording#advice].
///
/// @param evidence what was seen there; holds no payload
public record Finding(Check check, Place place, Statement evidence) {}
