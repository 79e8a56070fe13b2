/** Laws of counterexamples. */
@NullMarked
package io.quorate.checker.explain;

import org.jspecify.annotations.NullMarked;
