/// Real stores, written by the systems themselves, against ground truth computed elsewhere.
@NullMarked
package io.hindcast.house.stores;

import org.jspecify.annotations.NullMarked;
