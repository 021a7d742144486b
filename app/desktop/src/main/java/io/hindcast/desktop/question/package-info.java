/// What the panes share that ask a question to many streams at once: the category, the moment, and a long job with its progress.
@NullMarked
package io.hindcast.desktop.question;

import org.jspecify.annotations.NullMarked;
