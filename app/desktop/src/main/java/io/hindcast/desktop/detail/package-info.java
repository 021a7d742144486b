/// One event in full: header, body, metadata, raw bytes.
@NullMarked
package io.hindcast.desktop.detail;

import org.jspecify.annotations.NullMarked;
