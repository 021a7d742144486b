/// Masks where evidence leaves the house: in reports and capsules, and what is put down when somebody lifts them.
@NullMarked
package io.hindcast.audit.mask;

import org.jspecify.annotations.NullMarked;
