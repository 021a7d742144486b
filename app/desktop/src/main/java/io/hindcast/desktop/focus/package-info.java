/// The one focus that all panes follow: store, stream, moment, baseline, zone and filter.
@NullMarked
package io.hindcast.desktop.focus;

import org.jspecify.annotations.NullMarked;
