/** Tests of the vocabulary of results. */
@NullMarked
package io.quorate.results;

import org.jspecify.annotations.NullMarked;
