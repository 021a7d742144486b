/// One open store with everything known about it, and the catalogue of connectors that can open one.
@NullMarked
package io.hindcast.engine.session;

import org.jspecify.annotations.NullMarked;
