package io.hindcast.fold.javascript;

import java.util.Map;

/// A script made ready to run: its text with exact operators, compiled. Immutable; every realm runs it once.
///
/// @param exports local names by exported name
/// @param constants exact literals by name
record Script(
        String fileName,
        org.mozilla.javascript.Script compiled,
        Map<String, String> exports,
        Map<String, Exact> constants,
        boolean readsMetadata) {}
