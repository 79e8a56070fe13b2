/** Tests of {@code io.quorate.results.store}. */
@NullMarked
package io.quorate.results.store;

import org.jspecify.annotations.NullMarked;
