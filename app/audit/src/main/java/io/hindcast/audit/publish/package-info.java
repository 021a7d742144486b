/// From the answer to files: safe writing, the manifest, and the run that is repeated.
@NullMarked
package io.hindcast.audit.publish;

import org.jspecify.annotations.NullMarked;
