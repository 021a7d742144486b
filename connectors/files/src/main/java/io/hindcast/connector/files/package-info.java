/// Reads exports of events from text files: JSON lines, JSON arrays, CSV and CloudEvents, also in gzip and in folders.
@NullMarked
package io.hindcast.connector.files;

import org.jspecify.annotations.NullMarked;
