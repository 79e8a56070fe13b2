/** Intervals against the definition. */
@NullMarked
package io.quorate.results.stat;

import org.jspecify.annotations.NullMarked;
