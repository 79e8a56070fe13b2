/** The checker on a grid of histories whose truth is known. Start reading at {@link CheckerGrid}. */
@NullMarked
package io.quorate.bench.checker;

import org.jspecify.annotations.NullMarked;
