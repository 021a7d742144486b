@NullMarked
package io.hindcast.desktop.mapping;

import org.jspecify.annotations.NullMarked;
