/** Tests of tries on real processes. */
@NullMarked
package io.quorate.runner.real;

import org.jspecify.annotations.NullMarked;
