package io.hindcast.audit.capsule;

import java.util.Set;

/// What went into a capsule.
///
/// @param sha256 of its content, 64 hexadecimal digits
/// @param missing streams that were asked for and have no event in the store
public record CapsuleMade(String sha256, long streams, long events, long snapshots, Set<String> missing) {
    public CapsuleMade {
        missing = Set.copyOf(missing);
    }
}
