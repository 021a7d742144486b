/// The verbs of the command line: each asks the engine one question and prints the answer.
@NullMarked
package io.hindcast.cli;

import org.jspecify.annotations.NullMarked;
