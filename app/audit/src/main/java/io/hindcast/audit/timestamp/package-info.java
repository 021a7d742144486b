/// Time stamps of RFC 3161 over seals and manifests, as files: Hindcast itself asks nobody.
@NullMarked
package io.hindcast.audit.timestamp;

import org.jspecify.annotations.NullMarked;
