/** Shrinking, with trials that are red by a rule. */
@NullMarked
package io.quorate.runner.shrink;

import org.jspecify.annotations.NullMarked;
