/** Tests of {@code io.quorate.results.coverage}. */
@NullMarked
package io.quorate.results.coverage;

import org.jspecify.annotations.NullMarked;
