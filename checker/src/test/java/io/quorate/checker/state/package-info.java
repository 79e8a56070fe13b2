/** Shared states beside the collections of java.util. */
@NullMarked
package io.quorate.checker.state;

import org.jspecify.annotations.NullMarked;
