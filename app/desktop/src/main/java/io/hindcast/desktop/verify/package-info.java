/// Every snapshot of the store against the replay: a run over the whole store, its table, and what parts where.
@NullMarked
package io.hindcast.desktop.verify;

import org.jspecify.annotations.NullMarked;
