/// Workbooks for spreadsheet programs, as Office Open XML (ECMA-376): typed cells, exact digits, no formulas.
@NullMarked
package io.hindcast.engine.sheet;

import org.jspecify.annotations.NullMarked;
