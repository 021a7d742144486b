package io.hindcast.desktop.export;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.sheet.SheetColumn;
import java.util.List;
import java.util.stream.Stream;

/// A table that becomes a sheet.
///
/// @param rows read once, away from the screen's thread
public record SheetTable(String name, List<SheetColumn> columns, Stream<List<Shown>> rows) {}
