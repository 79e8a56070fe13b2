/** Tests of {@code io.quorate.results.publish}. */
@NullMarked
package io.quorate.results.publish;

import org.jspecify.annotations.NullMarked;
