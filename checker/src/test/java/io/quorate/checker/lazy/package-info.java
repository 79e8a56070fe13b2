/** Tests of the search for few values. */
@NullMarked
package io.quorate.checker.lazy;

import org.jspecify.annotations.NullMarked;
