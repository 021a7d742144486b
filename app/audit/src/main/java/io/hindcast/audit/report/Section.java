package io.hindcast.audit.report;

import java.util.List;

/// A chapter of a report.
///
/// @param key its name; its title stands in the texts under `section.` and the key
public record Section(String key, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }
}
