/// Capsules: the streams under review, taken out of a store into one file that needs no store.
@NullMarked
package io.hindcast.audit.capsule;

import org.jspecify.annotations.NullMarked;
