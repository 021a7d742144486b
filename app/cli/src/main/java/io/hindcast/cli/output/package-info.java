/// Answers as tables, JSON, NDJSON or CSV. Numbers keep their digits in every form.
@NullMarked
package io.hindcast.cli.output;

import org.jspecify.annotations.NullMarked;
