/// Requests and answers of RFC 3161 by Bouncy Castle, with nothing but files.
@NullMarked
package io.hindcast.timestamp;

import org.jspecify.annotations.NullMarked;
