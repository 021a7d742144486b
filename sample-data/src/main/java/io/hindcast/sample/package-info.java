/// The bundled sample: a seeded bank-and-ledger history with planted defects, and the store it is written to.
@NullMarked
package io.hindcast.sample;

import org.jspecify.annotations.NullMarked;
