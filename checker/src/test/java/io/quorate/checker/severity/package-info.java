/** Least figures against all readings of a history, and orders against all orders. */
@NullMarked
package io.quorate.checker.severity;

import org.jspecify.annotations.NullMarked;
