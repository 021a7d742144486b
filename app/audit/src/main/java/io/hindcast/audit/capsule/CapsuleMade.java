package io.hindcast.audit.capsule;

import java.util.Set;

/// What went into a capsule.
///
/// @param sha256 of its content, 64 hexadecimal digits
/// @param marks that went along, without removed ones
/// @param missing streams that were asked for and have no event in the store
public record CapsuleMade(String sha256, long streams, long events, long snapshots, long marks, Set<String> missing) {
    public CapsuleMade {
        missing = Set.copyOf(missing);
    }
}
