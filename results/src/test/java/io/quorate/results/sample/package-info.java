/** Sample runs made from a seed: green, red, doubtful, stalled. For tests and for looking at. */
@NullMarked
package io.quorate.results.sample;

import org.jspecify.annotations.NullMarked;
