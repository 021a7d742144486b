/// Tests of layout files.
@NullMarked
package io.hindcast.connector.jdbc.layout;

import org.jspecify.annotations.NullMarked;
