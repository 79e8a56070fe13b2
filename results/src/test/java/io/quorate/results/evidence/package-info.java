/** Tests of the rules of evidence. */
@NullMarked
package io.quorate.results.evidence;

import org.jspecify.annotations.NullMarked;
