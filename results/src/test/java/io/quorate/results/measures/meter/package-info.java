/** Tests of the measures. */
@NullMarked
package io.quorate.results.measures.meter;

import org.jspecify.annotations.NullMarked;
