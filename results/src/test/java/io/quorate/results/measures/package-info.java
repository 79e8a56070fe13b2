/** Tests of the measures. */
@NullMarked
package io.quorate.results.measures;

import org.jspecify.annotations.NullMarked;
